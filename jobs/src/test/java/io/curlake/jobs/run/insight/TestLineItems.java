package io.curlake.jobs.run.insight;

import io.curlake.jobs.cost.Net;
import io.curlake.jobs.run.TestWarehouse;
import io.curlake.jobs.table.Partition;
import io.curlake.jobs.table.TableName;
import io.curlake.model.BillingPeriod;
import io.curlake.model.ColumnType;
import io.curlake.model.LineItemColumn;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Rows of {@code line_item}, in USD and of EC2 unless they say otherwise. */
public final class TestLineItems {
    private final List<Row> rows = new ArrayList<>();

    public TestLineItems add(String account, String day, double cost, Map<String, Object> more) {
        Map<String, Object> values = new HashMap<>(Map.of(
                "bill_payer_account_id", "111122223333",
                "line_item_usage_account_id", account,
                "line_item_line_item_type", "Usage",
                "line_item_product_code", "AmazonEC2",
                "line_item_currency_code", "USD",
                "line_item_usage_start_date", Timestamp.valueOf(day + " 05:00:00"),
                "line_item_unblended_cost", cost));
        values.putAll(more);
        rows.add(RowFactory.create(Arrays.stream(TableName.LINE_ITEM.schema().fieldNames())
                .map(column -> values.getOrDefault(column, absent(column)))
                .toArray()));
        return this;
    }

    private static Object absent(String column) {
        ColumnType type = LineItemColumn.named(column).map(LineItemColumn::type).orElse(ColumnType.STRING);
        return switch (type) {
            case STRING -> "";
            case DOUBLE -> 0.0;
            case TIMESTAMP -> new Timestamp(0);
            case STRING_MAP, DOUBLE_MAP -> Map.of();
        };
    }

    /** Writes them as a load does, and what a build records of them. */
    public void write(TestWarehouse warehouse, String period, Net net) {
        warehouse
                .warehouse()
                .tables()
                .replace(TableName.LINE_ITEM, new Partition("acme", BillingPeriod.parse(period)))
                .write(warehouse.warehouse().rows(TableName.LINE_ITEM, rows))
                .commit("{}");
        recordBuilds(warehouse, Map.of(period, net));
    }

    /** The rows of {@code gold_build}, by period, in place of those there are. */
    public static void recordBuilds(TestWarehouse warehouse, Map<String, Net> nets) {
        List<Row> builds = nets.entrySet().stream()
                .map(net -> build(net.getKey(), net.getValue()))
                .toList();
        warehouse
                .warehouse()
                .tables()
                .replaceAll(TableName.GOLD_BUILD)
                .write(warehouse.warehouse().rows(TableName.GOLD_BUILD, builds))
                .commit("{}");
    }

    private static Row build(String period, Net net) {
        return RowFactory.create(
                "acme", period, "d-" + period, "l-" + period, "1", net == Net.DELIVERED, 1L, new Timestamp(0));
    }
}
