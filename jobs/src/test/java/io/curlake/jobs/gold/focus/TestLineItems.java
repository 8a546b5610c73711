package io.curlake.jobs.gold.focus;

import io.curlake.jobs.TestSpark;
import io.curlake.jobs.lineitem.ColumnTypes;
import io.curlake.model.ColumnType;
import io.curlake.model.LineItemColumn;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** A line item of a few visible values, in words: {@code unblended=0.2 usage=2}. All else is as of two hours of EC2. */
public record TestLineItems(List<Row> rows) {
    private static final StructType SCHEMA =
            ColumnTypes.lineItemSchema().add("source", "string").add("billing_period", "string");

    private static final Map<String, LineItemColumn> WORDS = Map.ofEntries(
            Map.entry("unblended", LineItemColumn.LINE_ITEM_UNBLENDED_COST),
            Map.entry("net", LineItemColumn.LINE_ITEM_NET_UNBLENDED_COST),
            Map.entry("usage", LineItemColumn.LINE_ITEM_USAGE_AMOUNT),
            Map.entry("usageType", LineItemColumn.LINE_ITEM_USAGE_TYPE),
            Map.entry("list", LineItemColumn.PRICING_PUBLIC_ON_DEMAND_COST),
            Map.entry("rate", LineItemColumn.PRICING_PUBLIC_ON_DEMAND_RATE),
            Map.entry("sku", LineItemColumn.PRODUCT_SKU),
            Map.entry("rateCode", LineItemColumn.PRICING_RATE_CODE),
            Map.entry("unit", LineItemColumn.PRICING_UNIT),
            Map.entry("ri", LineItemColumn.RESERVATION_RESERVATION_A_R_N),
            Map.entry("effective", LineItemColumn.RESERVATION_EFFECTIVE_COST),
            Map.entry("unusedUpfront", LineItemColumn.RESERVATION_UNUSED_AMORTIZED_UPFRONT_FEE_FOR_BILLING_PERIOD),
            Map.entry("unusedRecurring", LineItemColumn.RESERVATION_UNUSED_RECURRING_FEE),
            Map.entry("unusedUnits", LineItemColumn.RESERVATION_UNUSED_QUANTITY),
            Map.entry("unusedNormalized", LineItemColumn.RESERVATION_UNUSED_NORMALIZED_UNIT_QUANTITY),
            Map.entry("reservedNormalized", LineItemColumn.RESERVATION_TOTAL_RESERVED_NORMALIZED_UNITS),
            Map.entry("factor", LineItemColumn.LINE_ITEM_NORMALIZATION_FACTOR),
            Map.entry("normalized", LineItemColumn.LINE_ITEM_NORMALIZED_USAGE_AMOUNT),
            Map.entry("plan", LineItemColumn.SAVINGS_PLAN_SAVINGS_PLAN_A_R_N),
            Map.entry("planEffective", LineItemColumn.SAVINGS_PLAN_SAVINGS_PLAN_EFFECTIVE_COST),
            Map.entry("total", LineItemColumn.SAVINGS_PLAN_TOTAL_COMMITMENT_TO_DATE),
            Map.entry("used", LineItemColumn.SAVINGS_PLAN_USED_COMMITMENT),
            Map.entry("operation", LineItemColumn.LINE_ITEM_OPERATION),
            Map.entry("account", LineItemColumn.LINE_ITEM_USAGE_ACCOUNT_ID),
            Map.entry("accountName", LineItemColumn.LINE_ITEM_USAGE_ACCOUNT_NAME),
            Map.entry("payerName", LineItemColumn.BILL_PAYER_ACCOUNT_NAME),
            Map.entry("invoice", LineItemColumn.BILL_INVOICE_ID),
            Map.entry("issuer", LineItemColumn.BILL_INVOICING_ENTITY),
            Map.entry("seller", LineItemColumn.LINE_ITEM_LEGAL_ENTITY),
            Map.entry("product", LineItemColumn.LINE_ITEM_PRODUCT_CODE),
            Map.entry("service", LineItemColumn.PRODUCT_SERVICECODE),
            Map.entry("region", LineItemColumn.PRODUCT_REGION_CODE),
            Map.entry("resource", LineItemColumn.LINE_ITEM_RESOURCE_ID),
            Map.entry("currency", LineItemColumn.LINE_ITEM_CURRENCY_CODE),
            Map.entry("pricingCurrency", LineItemColumn.PRICING_CURRENCY),
            Map.entry("parent", LineItemColumn.SPLIT_LINE_ITEM_PARENT_RESOURCE_ID));

    public static TestLineItems none() {
        return new TestLineItems(List.of());
    }

    /** @param words {@code name=value} with single spaces; {@code name=} for an absent value */
    public TestLineItems with(String description, String type, String words) {
        Map<LineItemColumn, Object> values = new EnumMap<>(LineItemColumn.class);
        values.putAll(defaults());
        values.put(LineItemColumn.LINE_ITEM_LINE_ITEM_DESCRIPTION, description);
        values.put(LineItemColumn.LINE_ITEM_LINE_ITEM_TYPE, type);
        for (String word : words.isBlank() ? new String[0] : words.trim().split(" ", -1)) {
            String[] pair = word.split("=", 2);
            LineItemColumn column = java.util.Objects.requireNonNull(WORDS.get(pair[0]), word);
            values.put(column, column.type() == ColumnType.DOUBLE ? Double.valueOf(pair[1]) : pair[1]);
        }
        List<Row> more = new ArrayList<>(rows);
        more.add(RowFactory.create(java.util.stream.Stream.concat(
                        Arrays.stream(LineItemColumn.values())
                                .map(column -> values.getOrDefault(column, absent(column))),
                        java.util.stream.Stream.of("acme", "2026-10"))
                .toArray()));
        return new TestLineItems(more);
    }

    public Dataset<Row> dataset() {
        return TestSpark.session().createDataFrame(rows, SCHEMA);
    }

    private static Map<LineItemColumn, Object> defaults() {
        return Map.ofEntries(
                Map.entry(LineItemColumn.BILL_BILL_TYPE, "Anniversary"),
                Map.entry(LineItemColumn.BILL_PAYER_ACCOUNT_ID, "111122223333"),
                Map.entry(LineItemColumn.BILL_PAYER_ACCOUNT_NAME, "acme-payer"),
                Map.entry(LineItemColumn.BILL_INVOICING_ENTITY, "Amazon Web Services EMEA SARL"),
                Map.entry(LineItemColumn.LINE_ITEM_LEGAL_ENTITY, "Amazon Web Services, Inc."),
                Map.entry(LineItemColumn.LINE_ITEM_USAGE_ACCOUNT_ID, "000000000042"),
                Map.entry(LineItemColumn.LINE_ITEM_USAGE_ACCOUNT_NAME, "acme-web"),
                Map.entry(LineItemColumn.BILL_BILLING_PERIOD_START_DATE, time("2026-10-01T00:00:00Z")),
                Map.entry(LineItemColumn.BILL_BILLING_PERIOD_END_DATE, time("2026-11-01T00:00:00Z")),
                Map.entry(LineItemColumn.LINE_ITEM_USAGE_START_DATE, time("2026-10-05T10:00:00Z")),
                Map.entry(LineItemColumn.LINE_ITEM_USAGE_END_DATE, time("2026-10-05T11:00:00Z")),
                Map.entry(LineItemColumn.LINE_ITEM_CURRENCY_CODE, "USD"),
                Map.entry(LineItemColumn.LINE_ITEM_PRODUCT_CODE, "AmazonEC2"),
                Map.entry(LineItemColumn.PRODUCT_SERVICECODE, "AmazonEC2"),
                Map.entry(LineItemColumn.PRODUCT, Map.of("product_name", "Amazon Elastic Compute Cloud")),
                Map.entry(LineItemColumn.PRODUCT_SKU, "SKU1"),
                Map.entry(LineItemColumn.PRICING_RATE_CODE, "SKU1.RATE1"),
                Map.entry(LineItemColumn.PRICING_UNIT, "Hrs"),
                Map.entry(LineItemColumn.LINE_ITEM_USAGE_TYPE, "EUW1-BoxUsage:m5.large"),
                Map.entry(LineItemColumn.LINE_ITEM_USAGE_AMOUNT, 2.0));
    }

    private static Timestamp time(String instant) {
        return Timestamp.from(Instant.parse(instant));
    }

    private static Object absent(LineItemColumn column) {
        return switch (column.type()) {
            case STRING -> "";
            case DOUBLE -> 0.0;
            case TIMESTAMP -> new Timestamp(0);
            case STRING_MAP, DOUBLE_MAP -> Map.of();
        };
    }
}
