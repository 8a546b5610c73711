package io.curlake.jobs.run;

import io.curlake.jobs.lineitem.ColumnTypes;
import io.curlake.model.BillingPeriod;
import io.curlake.model.ColumnType;
import io.curlake.model.LineItemColumn;
import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** A line item of a few visible values; everything else is absent as AWS delivers absent values. */
public record TestLineItem(Map<String, Object> values) {
    public static final StructType SCHEMA = java.util.stream.Stream.of(
                    LineItemColumn.BILL_BILLING_PERIOD_START_DATE,
                    LineItemColumn.BILL_INVOICE_ID,
                    LineItemColumn.BILL_PAYER_ACCOUNT_ID,
                    LineItemColumn.LINE_ITEM_USAGE_ACCOUNT_ID,
                    LineItemColumn.LINE_ITEM_USAGE_ACCOUNT_NAME,
                    LineItemColumn.LINE_ITEM_LINE_ITEM_TYPE,
                    LineItemColumn.LINE_ITEM_PRODUCT_CODE,
                    LineItemColumn.LINE_ITEM_USAGE_START_DATE,
                    LineItemColumn.LINE_ITEM_CURRENCY_CODE,
                    LineItemColumn.LINE_ITEM_UNBLENDED_COST,
                    LineItemColumn.LINE_ITEM_BLENDED_COST,
                    LineItemColumn.PRICING_PUBLIC_ON_DEMAND_COST,
                    LineItemColumn.RESOURCE_TAGS)
            .reduce(
                    new StructType(),
                    (schema, column) -> schema.add(column.columnName(), ColumnTypes.of(column.type()), false),
                    (a, b) -> a);

    /** A usage line of the first day of a period, in USD. */
    public static TestLineItem usage(BillingPeriod period, String account, double cost) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("bill_billing_period_start_date", Timestamp.from(period.start()));
        values.put("line_item_usage_start_date", Timestamp.from(period.start()));
        values.put("bill_payer_account_id", "111122223333");
        values.put("line_item_usage_account_id", account);
        values.put("line_item_line_item_type", "Usage");
        values.put("line_item_product_code", "AmazonEC2");
        values.put("line_item_currency_code", "USD");
        values.put("line_item_unblended_cost", cost);
        values.put("line_item_blended_cost", cost);
        values.put("pricing_public_on_demand_cost", cost);
        return new TestLineItem(values);
    }

    public TestLineItem with(String column, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(values);
        changed.put(column, value);
        return new TestLineItem(changed);
    }

    static List<Row> rows(List<TestLineItem> items, StructType schema) {
        return items.stream().map(item -> item.row(schema)).toList();
    }

    private Row row(StructType schema) {
        return RowFactory.create(
                java.util.Arrays.stream(schema.fieldNames()).map(this::value).toArray());
    }

    private Object value(String column) {
        ColumnType type = LineItemColumn.named(column).map(LineItemColumn::type).orElse(ColumnType.STRING);
        Object absent = switch (type) {
            case STRING -> "";
            case DOUBLE -> 0.0;
            case TIMESTAMP -> new Timestamp(0);
            case STRING_MAP, DOUBLE_MAP -> Map.of();
        };
        return values.getOrDefault(column, absent);
    }
}
