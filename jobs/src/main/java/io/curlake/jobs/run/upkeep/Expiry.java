package io.curlake.jobs.run.upkeep;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.not;

import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.run.history.KnownLoads;
import io.curlake.jobs.run.history.RecordedCosts;
import io.curlake.jobs.table.Partition;
import io.curlake.jobs.table.Publication;
import io.curlake.jobs.table.TableName;
import io.curlake.jobs.table.log.Effect;
import io.curlake.jobs.table.log.TableFile;
import io.curlake.jobs.table.staged.StagedFile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The deliveries in {@code delivered_cost} that are older than the retention. The newest of a period never is: when the
 * month is over, that is its final delivery.
 *
 * @param deliveries how many
 * @param changes the commits that take their rows away
 */
record Expiry(long deliveries, List<PlannedChange> changes) {
    private static final TableName TABLE = TableName.DELIVERED_COST;

    static Expiry of(Warehouse warehouse, Duration retention) {
        Search search = new Search(
                warehouse, KnownLoads.of(warehouse), warehouse.clock().instant().minus(retention));
        return search.expired();
    }

    private record Search(Warehouse warehouse, KnownLoads loads, Instant cutoff) {
        Expiry expired() {
            List<PlannedChange> changes = new ArrayList<>();
            Publication whole = warehouse.tables().remove(TABLE, this::isExpired);
            if (!whole.replaced().isEmpty()) {
                changes.add(new PlannedChange(
                        TABLE, whole.replaced(), Effect.ROWS, () -> whole.commit(PlannedChange.NOTE)));
            }
            long deliveries = whole.replaced().stream()
                    .map(file -> Partition.of(file.partition()) + StagedFile.label(file))
                    .distinct()
                    .count();
            for (Map.Entry<Partition, List<TableFile>> mixed : ofSeveral().entrySet()) {
                List<String> labels = expired(mixed.getKey(), mixed.getValue());
                if (!labels.isEmpty()) {
                    changes.add(new PlannedChange(
                            TABLE, mixed.getValue(), Effect.ROWS, () -> rewrite(mixed.getKey(), labels)));
                    deliveries += labels.size();
                }
            }
            return new Expiry(deliveries, changes);
        }

        private boolean isExpired(TableFile file) {
            String label = StagedFile.label(file);
            return !label.isEmpty() && isExpired(Partition.of(file.partition()), label, file);
        }

        /** A delivery that no load names was left by a killed run: it is as old as its file. */
        private boolean isExpired(Partition partition, String label, TableFile file) {
            return !loads.isOfNewest(partition, label)
                    && !loads.lastLoad(partition, label)
                            .orElse(Instant.ofEpochMilli(file.modified()))
                            .isAfter(cutoff);
        }

        /** Files without a label, which others compacted. */
        private Map<Partition, List<TableFile>> ofSeveral() {
            return warehouse.tables().files(TABLE).stream()
                    .filter(file -> StagedFile.label(file).isEmpty())
                    .collect(Collectors.groupingBy(
                            file -> Partition.of(file.partition()),
                            () -> new TreeMap<>(Partition.BY_SOURCE_AND_PERIOD),
                            Collectors.toList()));
        }

        private List<String> expired(Partition partition, List<TableFile> files) {
            return rows(partition, files).select("delivery_id", "manifest_etag").distinct().collectAsList().stream()
                    .map(row -> RecordedCosts.label(row.getString(0), row.getString(1)))
                    .filter(label -> files.stream().allMatch(file -> isExpired(partition, label, file)))
                    .toList();
        }

        private void rewrite(Partition partition, List<String> labels) {
            Publication mixed = warehouse.tables().replaceLabelled(TABLE, partition, "");
            mixed.write(rows(partition, mixed.replaced())
                            .filter(not(concat_ws("@", col("delivery_id"), col("manifest_etag"))
                                    .isin(labels.toArray())))
                            .drop(TABLE.partitionColumns().toArray(String[]::new))
                            .coalesce(1))
                    .commit(PlannedChange.NOTE);
        }

        private Dataset<Row> rows(Partition partition, List<TableFile> files) {
            return warehouse.tables().read(TABLE, partition, files);
        }
    }
}
