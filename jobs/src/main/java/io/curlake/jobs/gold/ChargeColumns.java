package io.curlake.jobs.gold;

import static io.curlake.jobs.cost.ChargeKind.*;
import static io.curlake.model.LineItemColumn.*;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.regexp_extract;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;

import io.curlake.jobs.cost.AmountColumns;
import io.curlake.jobs.cost.ChargeKind;
import io.curlake.model.LineItemColumn;
import java.util.Set;
import org.apache.spark.sql.Column;

/** What gold tables group line items by, each under the name that it has in all of them. Texts are never NULL. */
public final class ChargeColumns {
    private static final String ZONE_OF_REGION = "^([a-z]{2}(?:-[a-z]+)+-\\d)[a-z]$";

    private ChargeColumns() {}

    /** The UTC day that the usage began on. */
    public static Column day() {
        return to_date(col(LINE_ITEM_USAGE_START_DATE.columnName())).as(GoldColumns.DAY);
    }

    public static Column payer() {
        return text(BILL_PAYER_ACCOUNT_ID).as("payer_account_id");
    }

    /** A line item without a usage account is the payer's. */
    public static Column account() {
        return coalesce(nullif(col(LINE_ITEM_USAGE_ACCOUNT_ID.columnName()), lit("")), text(BILL_PAYER_ACCOUNT_ID))
                .as("usage_account_id");
    }

    public static Column accountName() {
        return when(text(LINE_ITEM_USAGE_ACCOUNT_ID).equalTo(""), text(BILL_PAYER_ACCOUNT_NAME))
                .otherwise(text(LINE_ITEM_USAGE_ACCOUNT_NAME))
                .as("usage_account_name");
    }

    public static Column productCode() {
        return text(LINE_ITEM_PRODUCT_CODE).as("product_code");
    }

    /** What the product belongs to by the price list: data transfer of EC2 is {@code AWSDataTransfer}. */
    public static Column service() {
        return coalesce(nullif(col(PRODUCT_SERVICECODE.columnName()), lit("")), text(LINE_ITEM_PRODUCT_CODE))
                .as("service");
    }

    /** '' for what is of no region. Reads the product attributes only where there are no region codes. */
    public static Column region(Set<Feature> features) {
        Column zone = regexp_extract(text(LINE_ITEM_AVAILABILITY_ZONE), ZONE_OF_REGION, 1);
        Column stated = features.contains(Feature.REGION_CODE)
                ? text(PRODUCT_REGION_CODE)
                : coalesce(col(PRODUCT.columnName()).getItem("region"), lit(""));
        return coalesce(nullif(stated, lit("")), zone).as("region");
    }

    public static Column lineItemType() {
        return text(LINE_ITEM_LINE_ITEM_TYPE).as("line_item_type");
    }

    /** How it was bought, of rows with {@link AmountColumns#KIND}. Source: line item types and the usage types of Spot, CUR data dictionary, 2026-11. */
    public static Column purchaseOption() {
        return when(isOf(RESERVATION_USAGE, RESERVATION_FEE, RESERVATION_UPFRONT), "Reserved Instance")
                .when(
                        isOf(SAVINGS_PLAN_USAGE, SAVINGS_PLAN_NEGATION, SAVINGS_PLAN_FEE, SAVINGS_PLAN_UPFRONT),
                        "Savings Plan")
                .when(isOf(USAGE).and(text(LINE_ITEM_USAGE_TYPE).contains("SpotUsage")), "Spot")
                .when(isOf(USAGE), "On Demand")
                .otherwise("")
                .as("purchase_option");
    }

    private static Column isOf(ChargeKind... kinds) {
        return AmountColumns.isOf(kinds);
    }

    public static Column usageType() {
        return text(LINE_ITEM_USAGE_TYPE).as("usage_type");
    }

    /** The whole ARN or id; '' for what is of no resource. */
    public static Column resource() {
        return text(LINE_ITEM_RESOURCE_ID).as("resource_id");
    }

    /** The ARN of a Savings Plan or a reservation; '' for what is of neither. */
    public static Column commitment() {
        return coalesce(
                        nullif(col(SAVINGS_PLAN_SAVINGS_PLAN_A_R_N.columnName()), lit("")),
                        text(RESERVATION_RESERVATION_A_R_N))
                .as("commitment_arn");
    }

    public static Column invoice() {
        return text(BILL_INVOICE_ID).as("invoice_id");
    }

    public static Column currency() {
        return text(LINE_ITEM_CURRENCY_CODE).as("currency");
    }

    public static Column text(LineItemColumn column) {
        return coalesce(col(column.columnName()), lit(""));
    }
}
