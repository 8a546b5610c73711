package io.curlake.cli;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import io.curlake.jobs.cli.gold.BridgeReport;
import io.curlake.jobs.cli.report.LoadReport;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.run.bridge.Bridges;
import io.curlake.jobs.table.Partition;
import io.curlake.jobs.table.TableName;
import io.curlake.model.BillingPeriod;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.spark.sql.Row;

/** Where the demo's organization spends, by account and service; the bridge to its invoices; what was dropped, and from whom. */
final class DemoSpend {
    private static final int SERVICES = 5;
    private static final BillingPeriod NEWEST = BillingPeriod.parse("2026-10");
    private static final String OTHER = "other";

    private final Warehouse warehouse;

    DemoSpend(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    void print(Consumer<String> out) {
        register();
        out.accept("\nSpend of connected accounts by account and service, 3 months of 'acme', net amortized, USD:");
        out.accept(kept());
        Partition newest = new Partition("acme", NEWEST);
        Bridges bridges = new Bridges(warehouse);
        out.accept("\nFrom the invoice to cost measures, " + newest + ":");
        out.accept(BridgeReport.of(bridges.of(newest), bridges.acrossTheBorder(newest)));
        out.accept("Dropped, because nobody connected these accounts (table unconnected_cost):");
        out.accept(dropped());
    }

    private void register() {
        for (TableName table : List.of(TableName.DAILY_COST, TableName.UNCONNECTED_COST)) {
            warehouse.tables().read(table).createOrReplaceTempView(table.tableName());
        }
    }

    private String kept() {
        List<Row> sums = warehouse.spark().sql("""
                        SELECT usage_account_name, product_code, sum(net_amortized_cost) AS cost
                        FROM daily_cost WHERE source = 'acme' AND currency = 'USD'
                        GROUP BY 1, 2 ORDER BY cost DESC
                        """).collectAsList();
        List<String> services = new ArrayList<>(largest(sums));
        services.add(OTHER);
        Map<String, Map<String, BigDecimal>> byAccount = new LinkedHashMap<>();
        for (Row row : sums) {
            String service = services.contains(row.getString(1)) ? row.getString(1) : OTHER;
            byAccount
                    .computeIfAbsent(row.getString(0), account -> new LinkedHashMap<>())
                    .merge(service, row.getDecimal(2), BigDecimal::add);
        }
        return table(byAccount, services);
    }

    private static List<String> largest(List<Row> sums) {
        Map<String, BigDecimal> byService = new LinkedHashMap<>();
        sums.forEach(row -> byService.merge(row.getString(1), row.getDecimal(2), BigDecimal::add));
        return byService.entrySet().stream()
                .sorted(Map.Entry.<String, BigDecimal>comparingByValue().reversed())
                .limit(SERVICES)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String table(Map<String, Map<String, BigDecimal>> byAccount, List<String> services) {
        List<ColumnData<Map.Entry<String, Map<String, BigDecimal>>>> columns = new ArrayList<>();
        columns.add(
                new Column().header("Account").dataAlign(HorizontalAlign.LEFT).with(Map.Entry::getKey));
        for (String service : services) {
            columns.add(new Column()
                    .header(service)
                    .with(line -> LoadReport.money(line.getValue().getOrDefault(service, BigDecimal.ZERO))));
        }
        columns.add(new Column().header("Total").with(line -> LoadReport.money(total(line.getValue()))));
        List<Map.Entry<String, Map<String, BigDecimal>>> lines = byAccount.entrySet().stream()
                .sorted((a, b) -> total(b.getValue()).compareTo(total(a.getValue())))
                .toList();
        return AsciiTable.getTable(AsciiTable.FANCY_ASCII, lines, columns);
    }

    private static BigDecimal total(Map<String, BigDecimal> amounts) {
        return amounts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private String dropped() {
        List<Row> sums = warehouse.spark().sql("""
                        SELECT usage_account_id, usage_account_name, sum(rows), sum(unblended_cost), currency
                        FROM unconnected_cost WHERE source = 'acme' GROUP BY 1, 2, 5 ORDER BY 4 DESC
                        """).collectAsList();
        return AsciiTable.getTable(
                AsciiTable.FANCY_ASCII,
                sums,
                List.of(
                        new Column().header("Account").with(row -> row.getString(0)),
                        new Column()
                                .header("Name")
                                .dataAlign(HorizontalAlign.LEFT)
                                .with(row -> row.getString(1)),
                        new Column().header("Line items").with(row -> "%,d".formatted(row.getLong(2))),
                        new Column().header("Unblended cost").with(row -> LoadReport.money(row.getDecimal(3))),
                        new Column().header("").with(row -> row.getString(4))));
    }
}
