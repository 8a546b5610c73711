package io.curlake.jobs.run.insight;

import io.curlake.jobs.run.Warehouse;
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
     * The rows of one period of each source.
     *
     * @param sources names; all where empty
     * @param period the newest that the table has of a source, unless given
     */
    public static List<Row> of(
            Warehouse warehouse, TableName table, List<String> sources, Optional<BillingPeriod> period) {
        List<String> names = sources.isEmpty()
                ? warehouse.config().sources().stream().map(SourceConfig::name).toList()
                : sources.stream()
                        .map(name -> warehouse.config().source(name).name())
                        .toList();
        if (!warehouse.tables().exists(table)) {
            throw new Refusal(
                    ExitCode.NOTHING_DELIVERED,
                    "Cannot show " + table.tableName()
                            + ": the warehouse has no such table yet. Run 'curlake build' first.");
        }
        List<Row> rows = warehouse.tables().rows(table, "source", Set.copyOf(names));
        return names.stream()
                .flatMap(name ->
                        ofPeriod(
                                rows.stream()
                                        .filter(row -> row.getAs("source").equals(name))
                                        .toList(),
                                period)
                                .stream())
                .toList();
    }

    private static List<Row> ofPeriod(List<Row> rows, Optional<BillingPeriod> period) {
        String shown = period.map(BillingPeriod::toString)
                .orElseGet(() -> rows.stream()
                        .map(row -> row.<String>getAs("billing_period"))
                        .max(String::compareTo)
                        .orElse(""));
        return rows.stream()
                .filter(row -> row.getAs("billing_period").equals(shown))
                .toList();
    }
}
