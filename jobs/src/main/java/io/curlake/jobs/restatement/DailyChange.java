package io.curlake.jobs.restatement;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.curlake.jobs.cost.amount.ExactAmounts;
import io.curlake.jobs.restatement.cause.Cause;
import io.curlake.model.CostColumn;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
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
        String currency, String day, Cause cause, long keys, long rows, BigDecimal unblended, BigDecimal effective)
        implements Serializable {

    /**
     * Adds up the rows of a restatement: one Spark action, whose answer is small.
     *
     * @param restatement rows of the table {@code restatement}
     */
    public static List<DailyChange> of(Dataset<Row> restatement) {
        List<DailyChange> ofPartitions = restatement
                .select(
                        col("currency"),
                        coalesce(col("usage_date").cast("string"), lit("")),
                        col("cause"),
                        col("rows_after").minus(col("rows_before")),
                        RestatementColumns.difference(CostColumn.UNBLENDED),
                        moreEffective())
                .toJavaRDD()
                .mapPartitions(rows -> totals(StreamSupport.stream(
                                        Spliterators.spliteratorUnknownSize(rows, Spliterator.ORDERED), false)
                                .map(DailyChange::of))
                        .iterator())
                .collect();
        return totals(ofPartitions.stream()).stream()
                .sorted(Comparator.comparing(DailyChange::currency)
                        .thenComparing(DailyChange::day)
                        .thenComparing(DailyChange::cause))
                .toList();
    }

    private static Column moreEffective() {
        return ExactAmounts.plus(
                RestatementColumns.difference(CostColumn.RESERVATION_EFFECTIVE),
                RestatementColumns.difference(CostColumn.SAVINGS_PLAN_EFFECTIVE));
    }

    private static DailyChange of(Row row) {
        return new DailyChange(
                row.getString(0),
                row.getString(1),
                Cause.of(row.getString(2)),
                1,
                row.getLong(3),
                row.getDecimal(4),
                row.getDecimal(5));
    }

    private static Collection<DailyChange> totals(Stream<DailyChange> changes) {
        Map<List<String>, DailyChange> totals = new HashMap<>();
        changes.forEach(change ->
                totals.merge(List.of(change.currency, change.day, change.cause.value()), change, DailyChange::plus));
        return totals.values();
    }

    private DailyChange plus(DailyChange other) {
        return new DailyChange(
                currency,
                day,
                cause,
                keys + other.keys,
                rows + other.rows,
                unblended.add(other.unblended),
                effective.add(other.effective));
    }
}
