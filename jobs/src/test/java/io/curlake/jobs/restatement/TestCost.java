package io.curlake.jobs.restatement;

import io.curlake.jobs.TestSpark;
import io.curlake.jobs.table.TableName;
import io.curlake.model.CostColumn;
import java.math.BigDecimal;
import java.sql.Date;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** A row of {@code delivered_cost} of a few visible values; every other amount is zero, every other text empty. */
public record TestCost(Map<String, Object> values) {
    private static final StructType SCHEMA = TableName.DELIVERED_COST.columns();
    private static final Map<String, Object> ABSENT = absent();

    /** One line item of an October day in USD, its unblended cost also its public price. */
    public static TestCost cost(int day, String type, String amount) {
        return new TestCost(Map.of())
                .with("delivery_id", "d")
                .with("usage_date", Date.valueOf("2026-10-%02d".formatted(day)))
                .with("usage_account_id", "000000000042")
                .with("product_code", "AmazonEC2")
                .with("line_item_type", type)
                .with("currency", "USD")
                .with("rows", 1L)
                .with("unblended_cost", new BigDecimal(amount))
                .with("public_on_demand_cost", new BigDecimal(amount));
    }

    public TestCost with(String column, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(values);
        changed.put(column, value);
        return new TestCost(changed);
    }

    public TestCost withoutDay() {
        Map<String, Object> changed = new LinkedHashMap<>(values);
        changed.remove("usage_date");
        return new TestCost(changed);
    }

    public TestCost rows(long rows) {
        return with("rows", rows);
    }

    TestCost invoice(String id) {
        return with("invoice_id", id);
    }

    TestCost tags(long hash) {
        return with("tags_hash", hash);
    }

    TestCost amount(CostColumn column, String amount) {
        return with(column.measure(), new BigDecimal(amount));
    }

    public static Dataset<Row> dataset(List<TestCost> costs) {
        return TestSpark.session()
                .createDataFrame(costs.stream().map(TestCost::row).toList(), SCHEMA);
    }

    private Row row() {
        return RowFactory.create(Arrays.stream(SCHEMA.fieldNames())
                .map(column -> values.getOrDefault(column, ABSENT.get(column)))
                .toArray());
    }

    private static Map<String, Object> absent() {
        Map<String, Object> absent = new HashMap<>();
        for (StructField field : SCHEMA.fields()) {
            if (field.dataType().equals(DataTypes.StringType)) {
                absent.put(field.name(), "");
            }
        }
        Arrays.stream(CostColumn.values()).forEach(column -> absent.put(column.measure(), BigDecimal.ZERO));
        absent.put("tags_hash", 0L);
        return absent;
    }
}
