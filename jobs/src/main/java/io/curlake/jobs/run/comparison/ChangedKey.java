package io.curlake.jobs.run.comparison;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.curlake.jobs.restatement.Cause;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A changed key with its unblended cost before and after.
 *
 * @param day {@code YYYY-MM-DD}; empty for charges of no day
 */
public record ChangedKey(
        String day,
        String account,
        String product,
        String type,
        String invoice,
        String currency,
        Cause cause,
        BigDecimal before,
        BigDecimal after) {

    public BigDecimal change() {
        return after.subtract(before);
    }

    /** Those whose unblended cost changed most: one Spark action. */
    static List<ChangedKey> largest(Dataset<Row> restatement, int limit) {
        Column change = abs(col("after_unblended_cost").minus(col("before_unblended_cost")));
        List<Column> order = Stream.concat(
                        Stream.of(change.desc()),
                        Stream.of("usage_date", "usage_account_id", "product_code", "line_item_type", "invoice_id")
                                .map(name -> col(name).asc()))
                .toList();
        return restatement
                .orderBy(order.toArray(Column[]::new))
                .limit(limit)
                .select(
                        coalesce(col("usage_date").cast("string"), lit("")),
                        col("usage_account_id"),
                        col("product_code"),
                        col("line_item_type"),
                        col("invoice_id"),
                        col("currency"),
                        col("cause"),
                        col("before_unblended_cost"),
                        col("after_unblended_cost"))
                .collectAsList()
                .stream()
                .map(ChangedKey::of)
                .toList();
    }

    private static ChangedKey of(Row row) {
        return new ChangedKey(
                row.getString(0),
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                Cause.of(row.getString(6)),
                row.getDecimal(7),
                row.getDecimal(8));
    }
}
