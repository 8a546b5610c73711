package io.curlake.jobs.run.insight;

import static org.apache.spark.sql.functions.col;

import io.curlake.jobs.cost.amount.ExactAmounts;
import io.curlake.jobs.insight.series.DailyAmount;
import io.curlake.jobs.insight.series.DailyAmount.Nature;
import io.curlake.jobs.insight.series.SeriesKey;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.table.Partition;
import io.curlake.jobs.table.TableName;
import io.curlake.model.BillingPeriod;
import io.curlake.model.config.BudgetConfig.Tag;
import java.sql.Date;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;

/**
 * The net amortized costs of some tags by day, account and currency, from {@code daily_tag_cost}. The table does not tell
 * one-off charges apart: all cost counts as going on from day to day.
 */
final class TagCosts {
    private TagCosts() {}

    /** One Spark job; none without tags. */
    static Map<Tag, List<DailyAmount>> of(Warehouse warehouse, Set<Partition> partitions, Set<Tag> tags) {
        Map<Tag, List<DailyAmount>> costs = new HashMap<>();
        if (tags.isEmpty() || !warehouse.tables().exists(TableName.DAILY_TAG_COST)) {
            return costs;
        }
        Column isWanted = tags.stream()
                .map(tag ->
                        col("tag_key").equalTo(tag.key()).and(col("tag_value").equalTo(tag.value())))
                .reduce(Column::or)
                .orElseThrow();
        warehouse
                .tables()
                .readQuickly(TableName.DAILY_TAG_COST, partitions)
                .filter(col("tag_kind").equalTo("resource_tag"))
                .filter(isWanted)
                .groupBy("tag_key", "tag_value", "billing_period", "usage_date", "usage_account_id", "currency")
                .agg(ExactAmounts.total(col("net_amortized_cost")).as("cost"))
                .collectAsList()
                .forEach(row -> costs.computeIfAbsent(
                                new Tag(row.getAs("tag_key"), row.getAs("tag_value")), tag -> new ArrayList<>())
                        .add(amount(row)));
        return costs;
    }

    private static DailyAmount amount(Row row) {
        return new DailyAmount(
                new SeriesKey(row.getAs("usage_account_id"), "", row.getAs("currency")),
                BillingPeriod.parse(row.getAs("billing_period")),
                Optional.ofNullable(row.<Date>getAs("usage_date")).map(Date::toLocalDate),
                Nature.REGULAR,
                row.getAs("cost"));
    }
}
