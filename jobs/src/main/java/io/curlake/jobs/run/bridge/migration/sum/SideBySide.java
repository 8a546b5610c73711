package io.curlake.jobs.run.bridge.migration.sum;

import static io.curlake.jobs.gold.GoldColumns.ROWS;
import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.curlake.jobs.cost.amount.ExactAmounts;
import io.curlake.jobs.gold.GoldColumns;
import io.curlake.jobs.run.bridge.migration.sum.ComparedSum.Dimension;
import io.curlake.jobs.run.bridge.migration.sum.ComparedSum.Measure;
import io.curlake.model.BillingPeriod;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Adds the rows of two sources up side by side. Rounding is judged in the smallest groups there are: in the total of a large
 * month a missing line item would pass for it.
 *
 * @param from the name of the source whose sums stand first; all other rows are the other's
 * @param measures the columns to add up
 */
public record SideBySide(String from, List<String> measures) {
    /** By how much a line item may differ, because formats may round differently. */
    static final BigDecimal ROUNDING = new BigDecimal("0.000001");

    private static final List<String> PERIOD = List.of("billing_period", "currency");

    /** By each of the dimensions; judged in the groups of a grain, which holds all that the dimensions read. */
    public Dataset<Row> sums(Dataset<Row> rows, List<String> grain, Map<Dimension, Column> dimensions) {
        Dataset<Row> groups = groups(rows, GoldColumns.both(PERIOD, grain));
        Column[] all = dimensions.entrySet().stream()
                .map(entry -> struct(
                        lit(entry.getKey().name()).as("dimension"),
                        coalesce(entry.getValue().cast("string"), lit("")).as("value")))
                .toArray(Column[]::new);
        List<Column> totals = new ArrayList<>(List.of(sum("to_rows").as("to_rows")));
        for (String measure : measures) {
            for (String column : List.of("from_" + measure, "to_" + measure, "beyond_" + measure)) {
                totals.add(ExactAmounts.total(col(column)).as(column));
            }
            totals.add(sum(when(col("beyond_" + measure).notEqual(0), 1L).otherwise(0L))
                    .as("groups_" + measure));
        }
        return groups.withColumn("part", explode(array(all)))
                .select("*", "part.*")
                .groupBy(GoldColumns.columns(GoldColumns.both(PERIOD, List.of("dimension", "value"))))
                .agg(sum("from_rows").as("from_rows"), totals.toArray(Column[]::new));
    }

    private Dataset<Row> groups(Dataset<Row> rows, List<String> grain) {
        Column isFrom = col("source").equalTo(from);
        List<Column> sides = new ArrayList<>();
        for (String measure : measures) {
            sides.add(side(isFrom, measure).as("from_" + measure));
            sides.add(side(isFrom.equalTo(false), measure).as("to_" + measure));
        }
        Dataset<Row> groups = rows.groupBy(GoldColumns.columns(grain))
                .agg(
                        sum(when(isFrom, col(ROWS)).otherwise(0L)).as("from_rows"),
                        Stream.concat(
                                        Stream.of(sum(when(isFrom, 0L).otherwise(col(ROWS)))
                                                .as("to_rows")),
                                        sides.stream())
                                .toArray(Column[]::new));
        Column tolerance =
                greatest(col("from_rows"), col("to_rows")).cast("decimal(18,0)").multiply(lit(ROUNDING));
        Map<String, Column> beyond = new LinkedHashMap<>();
        for (String measure : measures) {
            Column change = ExactAmounts.minus(col("to_" + measure), col("from_" + measure));
            beyond.put(
                    "beyond_" + measure,
                    when(abs(change).lt(tolerance), lit(0).cast(GoldColumns.MONEY))
                            .otherwise(change));
        }
        return groups.withColumns(beyond);
    }

    private static Column side(Column isOfSide, String measure) {
        return coalesce(ExactAmounts.total(when(isOfSide, col(measure))), lit(0).cast(GoldColumns.MONEY));
    }

    /** Reads {@link #sums}. One Spark action. */
    public List<ComparedSum> read(Dataset<Row> sums) {
        return sums.collectAsList().stream()
                .map(this::read)
                .sorted(ComparedSum.BY_SIZE)
                .toList();
    }

    private ComparedSum read(Row row) {
        Map<String, Measure> byName = new LinkedHashMap<>();
        for (String measure : measures) {
            byName.put(
                    measure,
                    new Measure(
                            row.getAs("from_" + measure),
                            row.getAs("to_" + measure),
                            row.getAs("beyond_" + measure),
                            row.<Long>getAs("groups_" + measure)));
        }
        return new ComparedSum(
                BillingPeriod.parse(row.getAs("billing_period")),
                row.getAs("currency"),
                Dimension.valueOf(row.getAs("dimension")),
                row.getAs("value"),
                row.<Long>getAs("from_rows"),
                row.<Long>getAs("to_rows"),
                byName);
    }
}
