package io.curlake.jobs.gold;

import static io.curlake.model.LineItemColumn.*;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.to_date;

import io.curlake.model.LineItemColumn;
import org.apache.spark.sql.Column;

/**
 * What questions to single line items group them by, each as gold tables have it: see
 * {@link io.curlake.jobs.gold.scan.text.ChargeText}. Texts are never NULL.
 */
public final class ChargeColumns {
    private ChargeColumns() {}

    /** The UTC day that the usage began on. */
    public static Column day() {
        return to_date(col(LINE_ITEM_USAGE_START_DATE.columnName())).as(GoldColumns.DAY);
    }

    /** A line item without a usage account is the payer's. */
    public static Column account() {
        return coalesce(nullif(col(LINE_ITEM_USAGE_ACCOUNT_ID.columnName()), lit("")), text(BILL_PAYER_ACCOUNT_ID))
                .as("usage_account_id");
    }

    public static Column productCode() {
        return text(LINE_ITEM_PRODUCT_CODE).as("product_code");
    }

    public static Column lineItemType() {
        return text(LINE_ITEM_LINE_ITEM_TYPE).as("line_item_type");
    }

    public static Column usageType() {
        return text(LINE_ITEM_USAGE_TYPE).as("usage_type");
    }

    /** The whole ARN or id; '' for what is of no resource. */
    public static Column resource() {
        return text(LINE_ITEM_RESOURCE_ID).as("resource_id");
    }

    public static Column currency() {
        return text(LINE_ITEM_CURRENCY_CODE).as("currency");
    }

    private static Column text(LineItemColumn column) {
        return coalesce(col(column.columnName()), lit(""));
    }
}
