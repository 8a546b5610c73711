package io.curlake.jobs.run.insight;

import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.table.Partition;
import io.curlake.jobs.table.TableName;
import io.curlake.model.BillingPeriod;
import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import io.curlake.model.config.SourceConfig;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Row;

/** Reads the tables of insight for people: no Spark job. */
public final class InsightRows {
    private InsightRows() {}

    /**
     * The rows of one period of each source; refuses where nothing was ever built.
     *
     * @param sources names; all where empty
     * @param period the newest that {@code daily_cost} has of a source, unless given
     */
    public static List<Row> of(
            Warehouse warehouse, TableName table, List<String> sources, Optional<BillingPeriod> period) {
        List<String> names = sources.isEmpty()
                ? warehouse.config().sources().stream().map(SourceConfig::name).toList()
                : sources.stream()
                        .map(name -> warehouse.config().source(name).name())
                        .toList();
        if (!warehouse.tables().exists(table) && !warehouse.tables().exists(TableName.DAILY_COST)) {
            throw new Refusal(
                    ExitCode.NOTHING_DELIVERED,
                    "Cannot show " + table.tableName()
                            + ": the warehouse has no such table yet. Run 'curlake build' first.");
        }
        List<Row> rows = warehouse.tables().rows(table, "source", Set.copyOf(names));
        return names.stream()
                .flatMap(name -> ofPeriod(rows, name, period.or(() -> newest(warehouse, name))).stream())
                .toList();
    }

    private static List<Row> ofPeriod(List<Row> rows, String source, Optional<BillingPeriod> period) {
        String shown = period.map(BillingPeriod::toString).orElse("");
        return rows.stream()
                .filter(row -> row.getAs("source").equals(source))
                .filter(row -> row.getAs("billing_period").equals(shown))
                .toList();
    }

    /** A period without a row has no file in its own table. */
    private static Optional<BillingPeriod> newest(Warehouse warehouse, String source) {
        return warehouse.tables().partitions(TableName.DAILY_COST).stream()
                .filter(partition -> partition.source().equals(source))
                .map(Partition::period)
                .max(BillingPeriod::compareTo);
    }
}
