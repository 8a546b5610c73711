package io.curlake.jobs.run.insight;

import io.curlake.jobs.run.TestWarehouse;
import io.curlake.jobs.table.Partition;
import io.curlake.jobs.table.TableName;
import io.curlake.model.BillingPeriod;
import io.curlake.model.Money;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Rows of {@code daily_cost}, written as a build would write them. */
public final class TestDailyCosts {
    public static final String WEB = "000000000042";

    private final Map<YearMonth, List<Row>> months = new LinkedHashMap<>();

    public TestDailyCosts usage(
            String account, String product, String first, String last, Function<LocalDate, String> cost) {
        for (LocalDate day = LocalDate.parse(first); !day.isAfter(LocalDate.parse(last)); day = day.plusDays(1)) {
            add(account, product, "Usage", day, cost.apply(day));
        }
        return this;
    }

    public TestDailyCosts charge(String account, String product, String type, String day, String cost) {
        add(account, product, type, LocalDate.parse(day), cost);
        return this;
    }

    /** Days of {@code daily_tag_cost}. */
    static void tag(TestWarehouse warehouse, String key, String value, String first, String last, String cost) {
        Map<YearMonth, List<Row>> months = new LinkedHashMap<>();
        for (LocalDate day = LocalDate.parse(first); !day.isAfter(LocalDate.parse(last)); day = day.plusDays(1)) {
            Map<String, Object> values = Map.of(
                    "usage_date",
                    Date.valueOf(day),
                    "usage_account_id",
                    WEB,
                    "tag_kind",
                    "resource_tag",
                    "tag_key",
                    key,
                    "tag_value",
                    value,
                    "currency",
                    "USD",
                    "net_amortized_cost",
                    new BigDecimal(cost).setScale(Money.SCALE));
            months.computeIfAbsent(YearMonth.from(day), m -> new ArrayList<>())
                    .add(row(TableName.DAILY_TAG_COST, values));
        }
        write(warehouse, TableName.DAILY_TAG_COST, months);
    }

    private void add(String account, String product, String type, LocalDate day, String cost) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("usage_date", Date.valueOf(day));
        values.put("payer_account_id", "111122223333");
        values.put("usage_account_id", account);
        values.put("product_code", product);
        values.put("line_item_type", type);
        values.put("currency", "USD");
        values.put("rows", 1L);
        values.put("net_amortized_cost", new BigDecimal(cost).setScale(Money.SCALE));
        values.put("delivery_id", "d-" + YearMonth.from(day));
        values.put("load_id", "l-" + YearMonth.from(day));
        values.put("source", "acme");
        values.put("billing_period", YearMonth.from(day).toString());
        months.computeIfAbsent(YearMonth.from(day), m -> new ArrayList<>()).add(row(TableName.DAILY_COST, values));
    }

    private static Row row(TableName table, Map<String, Object> values) {
        return RowFactory.create(
                Arrays.stream(table.schema().fieldNames()).map(values::get).toArray());
    }

    public void write(TestWarehouse warehouse) {
        write(warehouse, TableName.DAILY_COST, months);
    }

    private static void write(TestWarehouse warehouse, TableName table, Map<YearMonth, List<Row>> months) {
        months.forEach((month, rows) -> warehouse
                .warehouse()
                .tables()
                .replace(table, new Partition("acme", new BillingPeriod(month)))
                .write(warehouse.warehouse().rows(table, rows))
                .commit("{}"));
    }
}
