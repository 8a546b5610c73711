package io.curlake.jobs.gold.scan.text;

import java.util.Arrays;
import java.util.Locale;

/** A text that gold tables group charges by, under its name in all of them. Absent ones are ''. */
public enum ChargeText {
    PAYER_ACCOUNT_ID,
    /** The payer's of a line item without a usage account. */
    USAGE_ACCOUNT_ID,
    USAGE_ACCOUNT_NAME,
    PRODUCT_CODE,
    /** What the product belongs to by the price list: data transfer of EC2 is {@code AWSDataTransfer}. */
    SERVICE,
    REGION,
    LINE_ITEM_TYPE,
    PURCHASE_OPTION,
    USAGE_TYPE,
    /** The whole ARN or id. */
    RESOURCE_ID,
    /** The ARN of a Savings Plan or a reservation. */
    COMMITMENT_ARN,
    INVOICE_ID,
    CHARGE_CATEGORY,
    /** {@link #YES} for a day that is not of the billing period. */
    OUT_OF_PERIOD,
    PRICING_UNIT,
    /** The region where there is one, else the location: "External", "Amazon CloudFront". */
    FROM_LOCATION,
    TO_LOCATION,
    /** How bytes move; '' for what is no traffic. */
    TRAFFIC,
    CLUSTER,
    NAMESPACE,
    WORKLOAD_TYPE,
    WORKLOAD,
    /** What a container runs on; '' for what is of no container. */
    RUNS_ON,
    /** All tags and cost categories: {@link io.curlake.jobs.gold.scan.label.Labels}. */
    LABELS,
    CURRENCY;

    /** Of {@link #OUT_OF_PERIOD}, as that of a late refund, or of support for the month before. */
    public static final String YES = "yes";

    public String columnName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Throws IllegalArgumentException for a name that none has. */
    public static ChargeText named(String columnName) {
        return Arrays.stream(values())
                .filter(text -> text.columnName().equals(columnName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("charges have no text '" + columnName + "'"));
    }
}
