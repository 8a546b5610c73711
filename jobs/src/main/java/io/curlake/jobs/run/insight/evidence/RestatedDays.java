package io.curlake.jobs.run.insight.evidence;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;

import io.curlake.jobs.cost.amount.ExactAmounts;
import io.curlake.jobs.insight.anomaly.SeriesDay;
import io.curlake.jobs.insight.series.SeriesKey;
import io.curlake.jobs.restatement.RestatementColumns;
import io.curlake.jobs.restatement.cause.Cause;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.table.Partition;
import io.curlake.jobs.table.TableName;
import io.curlake.model.CostColumn;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;

/** What deliveries changed of the cost of days after they were over. */
public final class RestatedDays {
    private RestatedDays() {}

    /** Amortized cost, as far as {@code restatement} knows it: fees of commitments are left out. One Spark job. */
    public static Map<SeriesDay, BigDecimal> of(Warehouse warehouse, Set<Partition> partitions, Set<LocalDate> days) {
        Set<Partition> restated = warehouse.tables().partitions(TableName.RESTATEMENT).stream()
                .filter(partitions::contains)
                .collect(Collectors.toSet());
        if (restated.isEmpty() || days.isEmpty()) {
            return Map.of();
        }
        Map<SeriesDay, BigDecimal> moved = new HashMap<>();
        warehouse
                .tables()
                .readQuickly(TableName.RESTATEMENT, restated)
                .filter(col("cause").isin(Cause.moving()))
                .filter(col("usage_date").isin(days.stream().map(Date::valueOf).toArray()))
                .filter(to_date(col("restated_at")).gt(col("usage_date")))
                .groupBy("usage_account_id", "product_code", "currency", "usage_date")
                .agg(ExactAmounts.total(change()).as("moved"))
                .collectAsList()
                .forEach(row -> moved.put(day(row), row.getAs("moved")));
        return moved;
    }

    private static Column change() {
        Column type = col("line_item_type");
        return when(
                        type.equalTo("SavingsPlanCoveredUsage"),
                        RestatementColumns.difference(CostColumn.SAVINGS_PLAN_EFFECTIVE))
                .when(type.equalTo("DiscountedUsage"), RestatementColumns.difference(CostColumn.RESERVATION_EFFECTIVE))
                .when(type.isin("SavingsPlanNegation", "SavingsPlanRecurringFee", "RIFee"), lit(BigDecimal.ZERO))
                .otherwise(RestatementColumns.difference(CostColumn.UNBLENDED));
    }

    private static SeriesDay day(Row row) {
        return new SeriesDay(
                new SeriesKey(row.getAs("usage_account_id"), row.getAs("product_code"), row.getAs("currency")),
                row.<Date>getAs("usage_date").toLocalDate());
    }
}
