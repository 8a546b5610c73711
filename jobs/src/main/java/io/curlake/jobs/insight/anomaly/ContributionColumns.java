package io.curlake.jobs.insight.anomaly;

import static io.curlake.model.LineItemColumn.BILL_PAYER_ACCOUNT_ID;
import static io.curlake.model.LineItemColumn.LINE_ITEM_CURRENCY_CODE;
import static io.curlake.model.LineItemColumn.LINE_ITEM_LINE_ITEM_TYPE;
import static io.curlake.model.LineItemColumn.LINE_ITEM_PRODUCT_CODE;
import static io.curlake.model.LineItemColumn.LINE_ITEM_RESOURCE_ID;
import static io.curlake.model.LineItemColumn.LINE_ITEM_USAGE_ACCOUNT_ID;
import static io.curlake.model.LineItemColumn.LINE_ITEM_USAGE_START_DATE;
import static io.curlake.model.LineItemColumn.LINE_ITEM_USAGE_TYPE;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.to_date;

import io.curlake.jobs.cost.AmountColumns;
import io.curlake.jobs.cost.CostMeasure;
import io.curlake.jobs.cost.Net;
import io.curlake.jobs.insight.series.DailyAmount;
import io.curlake.model.LineItemColumn;
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
     * One row per usage type and resource of each of the days, with its net amortized cost: {@code delivered} where the
     * payer's net columns hold, {@code absent} where they do not.
     *
     * @param days usage_account_id, product_code, currency, usage_date, and what else is to be kept
     */
    public static Dataset<Row> of(Dataset<Row> lineItems, Dataset<Row> days) {
        Dataset<Row> charges = lineItems
                .filter(text(LINE_ITEM_LINE_ITEM_TYPE)
                        .isin(DailyAmount.ONE_OFF_TYPES.toArray())
                        .equalTo(false))
                .withColumn(AmountColumns.KIND, AmountColumns.kind())
                .withColumn("usage_date", to_date(col(LINE_ITEM_USAGE_START_DATE.columnName())))
                .withColumn(
                        "usage_account_id",
                        coalesce(
                                nullif(col(LINE_ITEM_USAGE_ACCOUNT_ID.columnName()), lit("")),
                                text(BILL_PAYER_ACCOUNT_ID)))
                .withColumn("product_code", text(LINE_ITEM_PRODUCT_CODE))
                .withColumn("currency", text(LINE_ITEM_CURRENCY_CODE))
                .withColumn("usage_type", text(LINE_ITEM_USAGE_TYPE))
                .withColumn("resource_id", text(LINE_ITEM_RESOURCE_ID))
                .join(broadcast(days), CollectionConverters.asScala(KEY).toSeq());
        return charges.groupBy(Stream.concat(Stream.of(days.columns()), Stream.of("usage_type", "resource_id"))
                        .map(name -> col(name))
                        .toArray(Column[]::new))
                .agg(cost(Net.DELIVERED).as("delivered"), cost(Net.ABSENT).as("absent"));
    }

    private static Column cost(Net net) {
        return AmountColumns.ofRows(kind -> CostMeasure.NET_AMORTIZED.of(kind, net));
    }

    private static Column text(LineItemColumn column) {
        return coalesce(col(column.columnName()), lit(""));
    }
}
