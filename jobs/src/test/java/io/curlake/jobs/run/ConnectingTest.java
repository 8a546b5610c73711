package io.curlake.jobs.run;

import static io.curlake.jobs.run.TestLineItem.usage;
import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.run.PeriodResult.Status;
import io.curlake.jobs.run.staging.Way;
import io.curlake.jobs.table.TableName;
import io.curlake.jobs.table.TestTable;
import io.curlake.jobs.table.log.TableFile;
import io.curlake.model.BillingPeriod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One change of the connected accounts after the other: each leaves what a first load with these accounts would, in one
 * commit for each period that it changes, and without the export's data files, which are out of reach meanwhile.
 */
class ConnectingTest {
    private static final BillingPeriod SEPTEMBER = BillingPeriod.parse("2026-09");
    private static final BillingPeriod OCTOBER = BillingPeriod.parse("2026-10");
    private static final BillingPeriod NOVEMBER = BillingPeriod.parse("2026-11");
    private static final List<BillingPeriod> ALL = List.of(SEPTEMBER, OCTOBER, NOVEMBER);
    private static final String PAYER = TestExport.PAYER;
    private static final String WEB = "000000000042";
    private static final String LABS = "999988887777";
    private static final String QUARANTINE = "on-rejected: quarantine";

    /** Columns that tell two loads of the same delivery apart. */
    private static final Set<String> OF_THE_LOAD = Set.of("load_id", "loaded_at", "proved_at", "table_version");

    @TempDir
    static Path folder;

    private static final List<Consumer<TestWarehouse>> CHANGES = new ArrayList<>();
    private static TestWarehouse warehouse;
    private static TestTable table;

    @BeforeAll
    static void loadWithThePayerOnly() throws IOException {
        new TestExport(folder.resolve("bucket"))
                .deliver(SEPTEMBER, "s1", List.of(List.of(usage(SEPTEMBER, PAYER, 1), usage(SEPTEMBER, LABS, 2))))
                .deliver(
                        OCTOBER,
                        "o1",
                        List.of(
                                List.of(usage(OCTOBER, PAYER, 1), usage(OCTOBER, WEB, 2), usage(OCTOBER, LABS, 4)),
                                List.of(usage(OCTOBER, "42", 8), usage(OCTOBER, LABS, 16), usage(OCTOBER, PAYER, 32)),
                                List.of(usage(OCTOBER, PAYER, 64)),
                                List.of(usage(OCTOBER, LABS, 128))))
                .deliver(NOVEMBER, "n1", List.of(List.of(usage(NOVEMBER, PAYER, 1), usage(NOVEMBER, WEB, 2))));
        copyTree(folder.resolve("bucket"), folder.resolve("pristine"));
        warehouse = TestWarehouse.beside(folder.resolve("bucket"), folder.resolve("warehouse"), QUARANTINE);
        assertThat(warehouse.load().exitCode().code()).isZero();
        table = warehouse.table(TableName.LINE_ITEM);
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                change("connect Web", w -> w.connect(WEB), "2026-11/1 2026-10/1"),
                change("disconnect Web from November on", w -> w.disconnect(Optional.of(NOVEMBER), WEB), "2026-11/1"),
                change(
                        "disconnect Web, connect it from November on",
                        w -> w.disconnect(Optional.empty(), WEB).connect(Optional.of(NOVEMBER), WEB),
                        "2026-11/1 2026-10/1"),
                change("connect Labs", w -> w.connect(LABS), "2026-10/1 2026-10/2 2026-10/4 2026-09/1"));
    }

    /** @param masked the files that get another mask, as period and number */
    private static Arguments change(String name, Consumer<TestWarehouse> change, String masked) {
        return Arguments.of(Named.of(name, change), masked);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aChangeOfAccountsLeavesWhatAFirstLoadWould(Consumer<TestWarehouse> change, String masked) throws IOException {
        long version = table.version();
        List<TableFile> before = table.files();
        change.accept(warehouse);
        CHANGES.add(change);

        List<PeriodResult> results = loadWithoutDataFiles();

        List<PeriodResult> loaded =
                results.stream().filter(r -> r.status() == Status.LOADED).toList();
        assertThat(loaded).allSatisfy(period -> assertThat(period.way()).hasValue(Way.ADOPTED));
        assertThat(loaded.stream().map(p -> p.partition().period().toString()))
                .isEqualTo(Stream.of(masked.split(" ", -1))
                        .map(file -> file.substring(0, 7))
                        .distinct()
                        .toList());
        assertThat(table.version()).isEqualTo(version + loaded.size());
        assertThat(changed(before)).isEqualTo(masked);
        assertAsLoadedFirst(loaded);
        assertThat(loaded)
                .allSatisfy(r -> assertThat(
                                warehouse.reconcile(r.partition().period()).error())
                        .isEmpty());
    }

    private static List<PeriodResult> loadWithoutDataFiles() throws IOException {
        Path data = folder.resolve("bucket/exports/acme-cur2/data");
        Files.move(data, folder.resolve("data"));
        try {
            return warehouse.load().periods();
        } finally {
            Files.move(folder.resolve("data"), data);
        }
    }

    private static String changed(List<TableFile> before) {
        return table.files().stream()
                .filter(file -> !before.contains(file))
                .map(file -> file.partition().get("billing_period") + "/"
                        + Integer.parseInt(file.name().substring(5, 10)))
                .sorted(Comparator.comparing((String file) -> file.substring(0, 7))
                        .reversed()
                        .thenComparing(file -> file))
                .collect(Collectors.joining(" "));
    }

    /** Compares with another warehouse, in which everything was connected before its first load of the same objects. */
    private static void assertAsLoadedFirst(List<PeriodResult> loaded) {
        TestWarehouse fresh =
                TestWarehouse.beside(folder.resolve("pristine"), folder.resolve("fresh-" + CHANGES.size()), QUARANTINE);
        CHANGES.forEach(change -> change.accept(fresh));
        List<PeriodResult> first = fresh.load().periods();

        for (TableName name : List.of(TableName.LINE_ITEM, TableName.UNCONNECTED_COST, TableName.REJECTED_ROW)) {
            assertThat(texts(warehouse.warehouse().tables().rows(name)))
                    .as(name.tableName())
                    .isNotEmpty()
                    .isEqualTo(texts(fresh.warehouse().tables().rows(name)));
        }
        for (BillingPeriod period : ALL) {
            assertThat(texts(List.of(delivery(warehouse, period)))).isEqualTo(texts(List.of(delivery(fresh, period))));
            assertThat(texts(ledger(warehouse, period))).isNotEmpty().isEqualTo(texts(ledger(fresh, period)));
        }
        Map<BillingPeriod, List<String>> warnings =
                first.stream().collect(Collectors.toMap(r -> r.partition().period(), PeriodResult::warnings));
        assertThat(loaded)
                .allSatisfy(result -> assertThat(result.warnings())
                        .isEqualTo(warnings.get(result.partition().period())));
    }

    /** The newest load's row of a period. */
    private static Row delivery(TestWarehouse of, BillingPeriod period) {
        return of.warehouse().tables().rows(TableName.DELIVERY).stream()
                .filter(row -> row.getAs("billing_period").equals(period.toString()))
                .max(Comparator.comparing(row -> row.<Timestamp>getAs("loaded_at")))
                .orElseThrow();
    }

    private static List<Row> ledger(TestWarehouse of, BillingPeriod period) {
        String load = delivery(of, period).getAs("load_id");
        return of.warehouse().tables().rows(TableName.RECONCILIATION).stream()
                .filter(row -> row.getAs("load_id").equals(load))
                .toList();
    }

    private static List<String> texts(List<Row> rows) {
        return rows.stream()
                .map(row -> Stream.of(row.schema().fieldNames())
                        .filter(column -> !OF_THE_LOAD.contains(column))
                        .map(column -> column + "=" + row.getAs(column))
                        .collect(Collectors.joining(" "))
                        .replace("/pristine/", "/bucket/"))
                .sorted()
                .toList();
    }

    /** Times of change are part of what a delivery is known by. */
    private static void copyTree(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            files.forEach(file -> {
                try {
                    Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
