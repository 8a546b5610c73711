package io.curlake.jobs.gold.scan;

import static io.curlake.jobs.cost.ChargeKind.*;
import static io.curlake.model.LineItemColumn.*;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.regexp_extract;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;

import io.curlake.jobs.cost.Amount;
import io.curlake.jobs.cost.AmountColumns;
import io.curlake.jobs.cost.ChargeCategory;
import io.curlake.jobs.cost.CostMeasure;
import io.curlake.jobs.cost.Net;
import io.curlake.model.LineItemColumn;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The same question as that of a scan, in Spark SQL: texts of charges and exact sums by them. */
final class SparkCharges {
    private SparkCharges() {}

    /** By the day and all texts that gold tables group by, but for those of containers and labels. */
    static Dataset<Row> of(Dataset<Row> lineItems, Net net) {
        Column[] amounts = Stream.concat(
                        Stream.of(AmountColumns.ofRows(kind -> Amount.of(LINE_ITEM_USAGE_AMOUNT))
                                .as("usage_amount")),
                        Arrays.stream(CostMeasure.values())
                                .map(measure -> AmountColumns.ofRows(kind -> measure.of(kind, net))
                                        .as(measure.columnName())))
                .toArray(Column[]::new);
        return lineItems
                .withColumn(AmountColumns.KIND, AmountColumns.kind())
                .groupBy(grain().toArray(Column[]::new))
                .agg(count(lit(1)).as("rows"), amounts);
    }

    private static List<Column> grain() {
        return List.of(
                to_date(col(LINE_ITEM_USAGE_START_DATE.columnName())).as("usage_date"),
                text(BILL_PAYER_ACCOUNT_ID).as("payer_account_id"),
                first(LINE_ITEM_USAGE_ACCOUNT_ID, BILL_PAYER_ACCOUNT_ID).as("usage_account_id"),
                when(text(LINE_ITEM_USAGE_ACCOUNT_ID).equalTo(""), text(BILL_PAYER_ACCOUNT_NAME))
                        .otherwise(text(LINE_ITEM_USAGE_ACCOUNT_NAME))
                        .as("usage_account_name"),
                text(LINE_ITEM_PRODUCT_CODE).as("product_code"),
                first(PRODUCT_SERVICECODE, LINE_ITEM_PRODUCT_CODE).as("service"),
                coalesce(
                                nullif(col(PRODUCT_REGION_CODE.columnName()), lit("")),
                                regexp_extract(
                                        text(LINE_ITEM_AVAILABILITY_ZONE), "^([a-z]{2}(?:-[a-z]+)+-\\d)[a-z]$", 1))
                        .as("region"),
                text(LINE_ITEM_LINE_ITEM_TYPE).as("line_item_type"),
                purchaseOption(),
                text(LINE_ITEM_USAGE_TYPE).as("usage_type"),
                text(LINE_ITEM_RESOURCE_ID).as("resource_id"),
                first(SAVINGS_PLAN_SAVINGS_PLAN_A_R_N, RESERVATION_RESERVATION_A_R_N)
                        .as("commitment_arn"),
                text(BILL_INVOICE_ID).as("invoice_id"),
                ChargeCategory.ofRow().as("charge_category"),
                text(PRICING_UNIT).as("pricing_unit"),
                first(PRODUCT_FROM_REGION_CODE, PRODUCT_FROM_LOCATION).as("from_location"),
                first(PRODUCT_TO_REGION_CODE, PRODUCT_TO_LOCATION).as("to_location"),
                text(LINE_ITEM_CURRENCY_CODE).as("currency"));
    }

    private static Column purchaseOption() {
        Column isUsage = AmountColumns.isOf(USAGE);
        return when(AmountColumns.isOf(RESERVATION_USAGE, RESERVATION_FEE, RESERVATION_UPFRONT), "Reserved Instance")
                .when(
                        AmountColumns.isOf(
                                SAVINGS_PLAN_USAGE, SAVINGS_PLAN_NEGATION, SAVINGS_PLAN_FEE, SAVINGS_PLAN_UPFRONT),
                        "Savings Plan")
                .when(isUsage.and(text(LINE_ITEM_USAGE_TYPE).contains("SpotUsage")), "Spot")
                .when(isUsage, "On Demand")
                .otherwise("")
                .as("purchase_option");
    }

    private static Column first(LineItemColumn one, LineItemColumn other) {
        return coalesce(nullif(col(one.columnName()), lit("")), text(other));
    }

    private static Column text(LineItemColumn column) {
        return coalesce(col(column.columnName()), lit(""));
    }
}
