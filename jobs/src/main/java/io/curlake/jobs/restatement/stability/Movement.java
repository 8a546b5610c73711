package io.curlake.jobs.restatement.stability;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.to_date;

import io.curlake.jobs.cost.amount.ExactAmounts;
import io.curlake.jobs.restatement.cause.Cause;
import java.math.BigDecimal;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How much unblended cost moved on days of one age.
 *
 * @param age whole days, UTC, from the usage day to the restatement
 * @param gross sum of the absolute changes of charges, whatever their invoice
 * @param net sum of the changes
 */
public record Movement(String currency, int age, BigDecimal gross, BigDecimal net) {

    /**
     * Adds up restatements: one Spark action. New charges are no movement, and neither is a charge without a day.
     *
     * @param restatements rows of the table {@code restatement}
     */
    public static List<Movement> of(Dataset<Row> restatements) {
        Column change = ExactAmounts.minus(col("after_unblended_cost"), col("before_unblended_cost"));
        return restatements
                .filter(col("cause").isin(Cause.moving()).and(col("usage_date").isNotNull()))
                .groupBy(
                        col("source"),
                        col("billing_period"),
                        col("restated_at"),
                        col("usage_date"),
                        col("usage_account_id"),
                        col("product_code"),
                        col("line_item_type"),
                        col("currency"))
                .agg(ExactAmounts.total(change).as("change"))
                .groupBy(
                        col("currency"),
                        greatest(lit(0), datediff(to_date(col("restated_at")), col("usage_date")))
                                .as("age"))
                .agg(ExactAmounts.total(abs(col("change"))), ExactAmounts.total(col("change")))
                .collectAsList()
                .stream()
                .map(row -> new Movement(row.getString(0), row.getInt(1), row.getDecimal(2), row.getDecimal(3)))
                .toList();
    }
}
