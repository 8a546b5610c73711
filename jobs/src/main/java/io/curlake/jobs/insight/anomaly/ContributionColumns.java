package io.curlake.jobs.insight.anomaly;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;

import io.curlake.jobs.cost.AmountColumns;
import io.curlake.jobs.cost.CostMeasure;
import io.curlake.jobs.cost.Net;
import io.curlake.jobs.gold.ChargeColumns;
import io.curlake.jobs.insight.series.DailyAmount;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import scala.jdk.javaapi.CollectionConverters;

/** The costs of some days of some series by usage type and resource. */
public final class ContributionColumns {
    private static final List<String> KEY = List.of("usage_account_id", "product_code", "currency", "usage_date");

    private ContributionColumns() {}

    /**
     * One row per usage type and resource of each of the days, with its net amortized {@code cost}.
     *
     * @param lineItems of periods for which the same was decided about net costs
     * @param days usage_account_id, product_code, currency, usage_date, and what else is to be kept
     */
    public static Dataset<Row> of(Dataset<Row> lineItems, Dataset<Row> days, Net net) {
        Dataset<Row> charges = lineItems
                .filter(ChargeColumns.lineItemType()
                        .isin(DailyAmount.ONE_OFF_TYPES.toArray())
                        .equalTo(false))
                .withColumn(AmountColumns.KIND, AmountColumns.kind())
                .withColumn("usage_date", ChargeColumns.day())
                .withColumn("usage_account_id", ChargeColumns.account())
                .withColumn("product_code", ChargeColumns.productCode())
                .withColumn("currency", ChargeColumns.currency())
                .withColumn("usage_type", ChargeColumns.usageType())
                .withColumn("resource_id", ChargeColumns.resource())
                .join(broadcast(days), CollectionConverters.asScala(KEY).toSeq());
        return charges.groupBy(Stream.concat(Stream.of(days.columns()), Stream.of("usage_type", "resource_id"))
                        .map(name -> col(name))
                        .toArray(Column[]::new))
                .agg(AmountColumns.ofRows(kind -> CostMeasure.NET_AMORTIZED.of(kind, net))
                        .as("cost"));
    }
}
