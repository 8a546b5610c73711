package io.curlake.jobs.run;

import static io.curlake.jobs.run.TestLineItem.usage;

import io.curlake.jobs.run.fault.StoredTables;
import io.curlake.jobs.table.TableName;
import io.curlake.jobs.table.TestTable;
import io.curlake.model.BillingPeriod;
import io.curlake.model.ExportFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/** An export of one month that is rewritten, as legacy CSV or as Parquet with {@code layout: rewrite}. */
record RewrittenExport(Path folder, ExportFormat format) {
    static final BillingPeriod OCTOBER = BillingPeriod.parse("2026-10");
    static final String PAYER = TestExport.PAYER;
    static final String WEB = "000000000042";
    static final String LABS = "999988887777";

    private static final String HEADER =
            "bill/BillingPeriodStartDate,lineItem/UsageStartDate,lineItem/UsageAccountId,lineItem/LineItemType,"
                    + "lineItem/CurrencyCode,lineItem/UnblendedCost,resourceTags/user:team\n";

    /** A text may have more digits than a DOUBLE. */
    private static final String LONG = "0.12345678901234567890";

    /** Account, cost and currency of each row of each file: two that the payer is not in, and one that cannot be read. */
    private static final List<List<String>> FILES = List.of(
            List.of(PAYER + " 1 USD", WEB + " 2 USD", LABS + " 4 USD", WEB + " 0.1 USD"),
            List.of("42 8 USD", LABS + " 16 USD", PAYER + " 32 USD", " 0.3 EUR"),
            List.of(WEB + " 64 EUR"),
            List.of(LABS + " 128 USD"));

    RewrittenExport deliver() {
        switch (format) {
            case CUR2_PARQUET ->
                new TestExport(folder.resolve("bucket"))
                        .deliver(
                                OCTOBER,
                                "o1",
                                FILES.stream()
                                        .map(file -> file.stream()
                                                .map(RewrittenExport::item)
                                                .toList())
                                        .toList());
            case LEGACY_CSV ->
                new TestCsvExport(folder.resolve("bucket"), format)
                        .deliver(
                                OCTOBER,
                                "o1",
                                FILES.stream().map(RewrittenExport::text).toArray(String[]::new));
            case CUR2_CSV, LEGACY_PARQUET -> throw new IllegalArgumentException(format + " is not needed here");
        }
        return this;
    }

    private static TestLineItem item(String row) {
        String[] values = row.split(" ", -1);
        return usage(OCTOBER, values[0], Double.parseDouble(values[1]))
                .with("line_item_currency_code", values[2])
                .with("resource_tags", Map.of("user_team", "t" + values[1]));
    }

    private static String text(List<String> rows) {
        return HEADER
                + rows.stream()
                        .map(row -> row.split(" ", -1))
                        .map(values -> String.join(
                                        ",",
                                        "2026-10-01T00:00:00Z,2026-10-02T00:00:00Z",
                                        values[0],
                                        "Usage",
                                        values[2],
                                        values[1].replace("0.1", LONG),
                                        "t" + values[1])
                                + "\n")
                        .collect(Collectors.joining());
    }

    /** Where a file of the export lies; of text. */
    Path file(int number) {
        TestCsvExport csv = new TestCsvExport(folder.resolve("bucket"), format);
        return csv.file(csv.key(OCTOBER, "o1", number));
    }

    /** "000000000042 2.0" for each row of text that these accounts, the payer among them, keep; sorted. */
    static List<String> rowsOf(List<String> accounts) {
        return FILES.stream()
                .flatMap(List::stream)
                .map(row -> row.split(" ", -1))
                .filter(values -> values[0].isEmpty() || accounts.contains(values[0]))
                .map(values -> values[0] + " " + Double.parseDouble(values[1].replace("0.1", LONG)))
                .sorted()
                .toList();
    }

    /** "000000000042 64.000000000000000000" for each account and currency that is left out; sorted. */
    static List<String> groupsWithout(List<String> accounts) {
        return Stream.of(
                        WEB + " 2.123456789012345680", WEB + " 64.000000000000000000", LABS + " 148.000000000000000000")
                .filter(group -> !accounts.contains(group.substring(0, 12)))
                .toList();
    }

    /** A warehouse beside the bucket. */
    TestWarehouse warehouse(String name) {
        return TestWarehouse.of(folder.resolve(name), folder.resolve("bucket"), format, """
                on-rejected: quarantine
                layout: %s
                """.formatted(
                        format == ExportFormat.CUR2_PARQUET ? "rewrite" : "adopt"));
    }

    /** What is done while no data file of the export is there. */
    <T> T withoutData(Supplier<T> action) {
        Path data =
                folder.resolve("bucket/exports/acme-cur2").resolve(format.isLegacy() ? "20261001-20261101/o1" : "data");
        Path away = folder.resolve("away");
        try {
            Files.move(data, away);
            try {
                return action.get();
            } finally {
                Files.move(away, data);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of all tables that a period has, of deliveries and ledgers the newest, without what tells loads apart. */
    static Map<TableName, List<String>> state(TestWarehouse of) {
        Map<TableName, List<String>> state = new TreeMap<>();
        for (TableName table : List.of(
                TableName.LINE_ITEM, TableName.UNCONNECTED_COST, TableName.DELIVERED_COST, TableName.REJECTED_ROW)) {
            state.put(table, texts(of.warehouse().tables().rows(table)));
        }
        Row delivery = of.warehouse().tables().rows(TableName.DELIVERY).stream()
                .max(Comparator.comparing(row -> row.<Timestamp>getAs("loaded_at")))
                .orElseThrow();
        state.put(TableName.DELIVERY, texts(List.of(delivery)));
        state.put(
                TableName.RECONCILIATION,
                texts(of.warehouse()
                        .tables()
                        .rows(TableName.RECONCILIATION, "load_id", Set.of(delivery.<String>getAs("load_id")))));
        return state;
    }

    private static List<String> texts(List<Row> rows) {
        return StoredTables.texts(rows, Set.of("load_id"));
    }

    /** "1: 000000000042" for each delivered file and each account that has rows of it in live files, seen or masked. */
    static List<String> accountsOnDisk(TestWarehouse of) {
        TestTable table = of.table(TableName.LINE_ITEM);
        return of
                .warehouse()
                .spark()
                .read()
                .parquet(table.files().stream()
                        .map(file -> table.path(file).toString())
                        .toArray(String[]::new))
                .selectExpr("int(substring(_metadata.file_name, 6, 5)) || ': ' || line_item_usage_account_id")
                .distinct()
                .collectAsList()
                .stream()
                .map(row -> row.getString(0))
                .sorted()
                .toList();
    }

    /** How many rows are masked. */
    static long masked(TestWarehouse of) {
        return of.warehouse().tables().maskedRows(TableName.LINE_ITEM).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }
}
