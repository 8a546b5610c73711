package io.curlake.jobs.run.comparison;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import io.curlake.jobs.cost.amount.ExactAmounts;
import io.curlake.jobs.restatement.cause.Cause;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The unblended cost of a charge before and after, whatever its invoices, as far as it changed.
 *
 * @param day {@code YYYY-MM-DD}; empty for charges of no day
 */
public record ChangedCharge(
        String day,
        String account,
        String product,
        String type,
        String currency,
        Cause cause,
        BigDecimal before,
        BigDecimal after) {

    public BigDecimal change() {
        return after.subtract(before);
    }

    /** Those whose unblended cost changed most: one Spark action. Who only got an invoice or a tag is not among them. */
    static List<ChangedCharge> largest(Dataset<Row> restatement, int limit) {
        List<String> charge =
                List.of("usage_date", "usage_account_id", "product_code", "line_item_type", "currency", "cause");
        List<Column> order = new ArrayList<>();
        order.add(abs(col("after").minus(col("before"))).desc());
        charge.forEach(name -> order.add(col(name).asc()));
        return restatement
                .filter(not(col("cause").isin(Cause.harmless())))
                .groupBy(charge.stream().map(name -> col(name)).toArray(Column[]::new))
                .agg(
                        ExactAmounts.total(col("before_unblended_cost")).as("before"),
                        ExactAmounts.total(col("after_unblended_cost")).as("after"))
                .orderBy(order.toArray(Column[]::new))
                .limit(limit)
                .withColumn("usage_date", coalesce(col("usage_date").cast("string"), lit("")))
                .collectAsList()
                .stream()
                .map(ChangedCharge::of)
                .toList();
    }

    private static ChangedCharge of(Row row) {
        return new ChangedCharge(
                row.getString(0),
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                Cause.of(row.getString(5)),
                row.getDecimal(6),
                row.getDecimal(7));
    }
}
