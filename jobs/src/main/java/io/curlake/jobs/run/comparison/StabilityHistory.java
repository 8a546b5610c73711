package io.curlake.jobs.run.comparison;

import static org.apache.spark.sql.functions.col;

import io.curlake.jobs.cost.amount.ExactAmounts;
import io.curlake.jobs.restatement.stability.Movement;
import io.curlake.jobs.restatement.stability.Stability;
import io.curlake.jobs.restatement.stability.StabilityFindings;
import io.curlake.jobs.restatement.stability.WatchedDay;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.run.history.KnownLoads;
import io.curlake.jobs.run.history.RecordedCosts;
import io.curlake.jobs.table.Partition;
import io.curlake.jobs.table.TableName;
import io.curlake.model.BillingPeriod;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Asks the tables after how many days a day's cost stands still. Two Spark actions, both over small tables. */
public final class StabilityHistory {
    /** As many periods as the line after a load looks back: half a year, by when a day's cost stands still. */
    private static final int NEWEST = 6;

    private final Warehouse warehouse;

    public StabilityHistory(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /** @param sources names; the periods of all of them count alike */
    public StabilityFindings of(List<String> sources) {
        return of(loaded(sources));
    }

    /** The same of the newest {@link #NEWEST} periods of each source, so that it costs no more from year to year. */
    public StabilityFindings ofNewest(List<String> sources) {
        Map<Partition, List<KnownLoads.Load>> loaded = loaded(sources);
        Set<Partition> newest = sources.stream()
                .flatMap(source -> loaded.keySet().stream()
                        .filter(partition -> partition.source().equals(source))
                        .sorted(Comparator.comparing(Partition::period).reversed())
                        .limit(NEWEST))
                .collect(Collectors.toSet());
        loaded.keySet().retainAll(newest);
        return of(loaded);
    }

    private Map<Partition, List<KnownLoads.Load>> loaded(List<String> sources) {
        Map<Partition, List<KnownLoads.Load>> loaded = KnownLoads.of(warehouse).ofDeliveries();
        loaded.keySet().removeIf(partition -> !sources.contains(partition.source()));
        return loaded;
    }

    private StabilityFindings of(Map<Partition, List<KnownLoads.Load>> loaded) {
        int restatements =
                loaded.values().stream().mapToInt(loads -> loads.size() - 1).sum();
        if (restatements < StabilityFindings.ENOUGH) {
            return new StabilityFindings(restatements, List.of());
        }
        List<Movement> movements = Movement.of(warehouse.tables().readQuickly(TableName.RESTATEMENT, loaded.keySet()));
        return new StabilityFindings(
                restatements,
                Stability.of(movements, days(loaded), day(warehouse.clock().instant())));
    }

    private List<WatchedDay> days(Map<Partition, List<KnownLoads.Load>> loaded) {
        Dataset<Row> delivered = warehouse.tables().readQuickly(TableName.DELIVERED_COST, loaded.keySet());
        return delivered
                .filter(col("usage_date").isNotNull())
                .groupBy("source", "billing_period", "delivery_id", "manifest_etag", "currency", "usage_date")
                .agg(ExactAmounts.total(col("unblended_cost")))
                .collectAsList()
                .stream()
                .flatMap(row -> Optional.ofNullable(loaded.get(partition(row))).stream()
                        .filter(loads -> loads.get(loads.size() - 1)
                                .label()
                                .equals(RecordedCosts.label(row.getString(2), row.getString(3))))
                        .map(loads -> new WatchedDay(
                                row.getString(4),
                                row.getDate(5).toLocalDate(),
                                row.getDecimal(6),
                                day(loads.get(0).at()))))
                .toList();
    }

    private static Partition partition(Row row) {
        return new Partition(row.getString(0), BillingPeriod.parse(row.getString(1)));
    }

    private static LocalDate day(Instant time) {
        return time.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
