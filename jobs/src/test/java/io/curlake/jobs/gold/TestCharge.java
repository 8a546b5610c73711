package io.curlake.jobs.gold;

import io.curlake.jobs.TestSpark;
import io.curlake.jobs.lineitem.ColumnTypes;
import io.curlake.model.ColumnType;
import io.curlake.model.LineItemColumn;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/** A line item of a few visible values, of the payer 111122223333, on 2026-10-05 in USD unless it says otherwise. */
public record TestCharge(Map<LineItemColumn, Object> values) {
    public static TestCharge of(String lineItemType, String account, double unblended) {
        return new TestCharge(Map.of())
                .with(LineItemColumn.LINE_ITEM_LINE_ITEM_TYPE, lineItemType)
                .with(LineItemColumn.LINE_ITEM_USAGE_ACCOUNT_ID, account)
                .with(LineItemColumn.LINE_ITEM_UNBLENDED_COST, unblended)
                .with(LineItemColumn.BILL_PAYER_ACCOUNT_ID, "111122223333")
                .with(LineItemColumn.LINE_ITEM_CURRENCY_CODE, "USD")
                .with(LineItemColumn.LINE_ITEM_PRODUCT_CODE, "AmazonEC2")
                .on("2026-10-05");
    }

    public TestCharge on(String day) {
        return with(LineItemColumn.LINE_ITEM_USAGE_START_DATE, Timestamp.from(Instant.parse(day + "T07:00:00Z")));
    }

    public TestCharge with(LineItemColumn column, Object value) {
        Map<LineItemColumn, Object> changed = new EnumMap<>(LineItemColumn.class);
        changed.putAll(values);
        changed.put(column, value);
        return new TestCharge(changed);
    }

    /** Line items in all columns. */
    public static Dataset<Row> lineItems(TestCharge... charges) {
        List<Row> rows = Arrays.stream(charges).map(TestCharge::row).toList();
        return TestSpark.session().createDataFrame(rows, ColumnTypes.lineItemSchema());
    }

    private Row row() {
        return RowFactory.create(
                Arrays.stream(LineItemColumn.values()).map(this::value).toArray());
    }

    private @Nullable Object value(LineItemColumn column) {
        Object value = values.get(column);
        if (value instanceof Map<?, ?> map) {
            return scala.jdk.javaapi.CollectionConverters.asScala(map);
        }
        return value != null ? value : absent(column.type());
    }

    private static @Nullable Object absent(ColumnType type) {
        return switch (type) {
            case STRING -> "";
            case DOUBLE -> 0.0;
            case TIMESTAMP, STRING_MAP, DOUBLE_MAP -> null;
        };
    }

    /** "a b 1.5" for each row, sorted: texts as they are, amounts without trailing zeros. */
    public static List<String> texts(Dataset<Row> rows, String... columns) {
        return rows.collectAsList().stream()
                .map(row -> String.join(
                        " ",
                        Arrays.stream(columns)
                                .map(column -> text(row.getAs(column)))
                                .toList()))
                .sorted()
                .toList();
    }

    private static String text(@Nullable Object value) {
        if (value instanceof java.math.BigDecimal amount) {
            return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
        }
        String text = Objects.toString(value);
        return text.isEmpty() ? "''" : text;
    }
}
