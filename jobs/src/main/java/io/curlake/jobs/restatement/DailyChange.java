package io.curlake.jobs.restatement;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import io.curlake.jobs.restatement.amount.ExactAmounts;
import io.curlake.model.CostColumn;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What one cause changed on one day, in one currency: after minus before.
 *
 * @param day {@code YYYY-MM-DD}; empty for charges of no day
 * @param effective of reservations and Savings Plans together
 */
public record DailyChange(
        String currency, String day, Cause cause, long keys, long rows, BigDecimal unblended, BigDecimal effective) {

    /**
     * Adds up the rows of a restatement: one Spark action, whose answer is small.
     *
     * @param restatement rows of the table {@code restatement}
     */
    public static List<DailyChange> of(Dataset<Row> restatement) {
        return restatement
                .groupBy(
                        col("currency"),
                        coalesce(col("usage_date").cast("string"), lit("")).as("day"),
                        col("cause"))
                .agg(
                        count(lit(1)),
                        sum(col("rows_after").minus(col("rows_before"))),
                        ExactAmounts.total(moreUnblended()),
                        ExactAmounts.total(moreEffective()))
                .collectAsList()
                .stream()
                .map(row -> new DailyChange(
                        row.getString(0),
                        row.getString(1),
                        Cause.of(row.getString(2)),
                        row.getLong(3),
                        row.getLong(4),
                        row.getDecimal(5),
                        row.getDecimal(6)))
                .sorted(Comparator.comparing(DailyChange::currency)
                        .thenComparing(DailyChange::day)
                        .thenComparing(DailyChange::cause))
                .toList();
    }

    /** After minus before. */
    static Column moreUnblended() {
        return Comparison.difference(CostColumn.UNBLENDED);
    }

    private static Column moreEffective() {
        return ExactAmounts.plus(
                Comparison.difference(CostColumn.RESERVATION_EFFECTIVE),
                Comparison.difference(CostColumn.SAVINGS_PLAN_EFFECTIVE));
    }
}
