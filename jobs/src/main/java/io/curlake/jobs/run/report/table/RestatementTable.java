package io.curlake.jobs.run.report.table;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import io.curlake.jobs.cost.amount.ExactAmounts;
import io.curlake.jobs.report.Top;
import io.curlake.jobs.report.concern.Restated;
import io.curlake.jobs.report.concern.Restated.Change;
import io.curlake.jobs.restatement.cause.Cause;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.table.Partition;
import io.curlake.jobs.table.TableName;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What deliveries of a while changed, by cause, from {@code restatement}. */
public record RestatementTable(ByCurrency<Change> changes, Map<String, Map<String, Long>> quiet) {
    private static final int LINES = 20;

    public static RestatementTable read(Warehouse warehouse, String source, RestatementWindow window) {
        Set<Partition> partitions = warehouse.tables().partitions(TableName.RESTATEMENT).stream()
                .filter(partition -> partition.source().equals(source))
                .collect(Collectors.toSet());
        return partitions.isEmpty()
                ? new RestatementTable(new ByCurrency<>(), Map.of())
                : of(warehouse.tables().readQuickly(TableName.RESTATEMENT, partitions), window);
    }

    private static RestatementTable of(Dataset<Row> restatements, RestatementWindow window) {
        List<Row> rows = restatements
                .filter(col("restated_at").geq(lit(Timestamp.from(window.since()))))
                .withColumn("change", ExactAmounts.minus(col("after_unblended_cost"), col("before_unblended_cost")))
                .groupBy("currency", "restated_at", "billing_period", "delivery_after", "cause")
                .agg(count(lit(1)), Sums.total("change"))
                .orderBy(col("restated_at").desc(), col("billing_period").desc(), col("cause"))
                .collectAsList();
        ByCurrency<Change> changes = new ByCurrency<>();
        Map<String, Map<String, Long>> quiet = new TreeMap<>();
        for (Row row : rows) {
            Cause cause = Cause.of(row.getString(4));
            if (cause.moves()) {
                changes.add(row.getString(0), change(row, cause, window));
            } else {
                quiet.computeIfAbsent(row.getString(0), c -> new TreeMap<>())
                        .merge(cause.words(), row.getLong(5), Long::sum);
            }
        }
        return new RestatementTable(changes, quiet);
    }

    private static Change change(Row row, Cause cause, RestatementWindow window) {
        return new Change(
                row.getTimestamp(1).toInstant(),
                row.getString(2),
                row.getString(3),
                cause.words(),
                row.getLong(5),
                Sums.amount(row, 6),
                window.news(row.getTimestamp(1).toInstant()));
    }

    public Set<String> currencies() {
        Set<String> all = new TreeSet<>(changes.currencies());
        all.addAll(quiet.keySet());
        return all;
    }

    public Restated of(String currency) {
        return new Restated(
                Top.of(changes.of(currency), LINES, Change.NONE, Change::plus), quiet.getOrDefault(currency, Map.of()));
    }
}
