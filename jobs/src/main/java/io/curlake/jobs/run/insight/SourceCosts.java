package io.curlake.jobs.run.insight;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;

import io.curlake.jobs.cost.amount.ExactAmounts;
import io.curlake.jobs.insight.series.DailyAmount;
import io.curlake.jobs.insight.series.DailyAmount.Nature;
import io.curlake.jobs.insight.series.SeriesKey;
import io.curlake.jobs.insight.series.SourceHistory;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.table.Partition;
import io.curlake.jobs.table.TableName;
import io.curlake.model.BillingPeriod;
import java.sql.Date;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/**
 * The net amortized costs of a source by day, account, service and currency: the newest seven months of {@code daily_cost},
 * in one Spark job.
 *
 * @param origins by period
 */
record SourceCosts(String source, SourceHistory history, Map<BillingPeriod, Origin> origins) {
    private static final int MONTHS = 7;

    static SourceCosts of(Warehouse warehouse, String source) {
        List<Row> rows = rows(warehouse, newest(warehouse, source));
        List<DailyAmount> amounts = new ArrayList<>();
        Map<BillingPeriod, Origin> origins = new TreeMap<>();
        for (Row row : rows) {
            BillingPeriod period = BillingPeriod.parse(row.getAs("billing_period"));
            origins.put(period, new Origin(row.getAs("delivery_id"), row.getAs("load_id")));
            amounts.add(amount(row, period));
        }
        LocalDate today = warehouse.clock().instant().atZone(ZoneOffset.UTC).toLocalDate();
        return new SourceCosts(source, SourceHistory.of(amounts, today), origins);
    }

    private static Set<Partition> newest(Warehouse warehouse, String source) {
        return warehouse.tables().partitions(TableName.DAILY_COST).stream()
                .filter(partition -> partition.source().equals(source))
                .sorted(Comparator.comparing(Partition::period).reversed())
                .limit(MONTHS)
                .collect(Collectors.toSet());
    }

    private static List<Row> rows(Warehouse warehouse, Set<Partition> partitions) {
        if (partitions.isEmpty()) {
            return List.of();
        }
        return warehouse
                .tables()
                .readQuickly(TableName.DAILY_COST, partitions)
                .groupBy(
                        col("billing_period"),
                        col("usage_date"),
                        col("usage_account_id"),
                        col("product_code"),
                        col("currency"),
                        col("line_item_type")
                                .isin(DailyAmount.ONE_OFF_TYPES.toArray())
                                .as("is_one_off"))
                .agg(
                        ExactAmounts.total(col("net_amortized_cost")).as("cost"),
                        max("delivery_id").as("delivery_id"),
                        max("load_id").as("load_id"))
                .collectAsList();
    }

    private static DailyAmount amount(Row row, BillingPeriod period) {
        return new DailyAmount(
                new SeriesKey(row.getAs("usage_account_id"), row.getAs("product_code"), row.getAs("currency")),
                period,
                Optional.ofNullable(row.<Date>getAs("usage_date")).map(Date::toLocalDate),
                row.<Boolean>getAs("is_one_off") ? Nature.ONE_OFF : Nature.REGULAR,
                row.getAs("cost"));
    }

    Partition partition(BillingPeriod period) {
        return new Partition(source, period);
    }

    Origin origin(BillingPeriod period) {
        return origins.getOrDefault(period, new Origin("", ""));
    }
}
