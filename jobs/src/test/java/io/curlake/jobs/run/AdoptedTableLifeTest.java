package io.curlake.jobs.run;

import static io.curlake.jobs.run.TestLineItem.usage;
import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.TestSpark;
import io.curlake.jobs.export.Delivery;
import io.curlake.jobs.run.PeriodResult.Status;
import io.curlake.jobs.run.staging.Way;
import io.curlake.jobs.table.KernelReader;
import io.curlake.jobs.table.TableName;
import io.curlake.jobs.table.TestTable;
import io.curlake.model.BillingPeriod;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What people do to a table with Spark SQL, and what the next loads make of it: the rows of connected accounts are there
 * as delivered, whether or not the files still hold what was masked.
 */
class AdoptedTableLifeTest {
    private static final String PAYER = TestExport.PAYER;
    private static final String LABS = "999988887777";
    private static final String AS_A_WHOLE = "line_item has files that curlake did not write, as OPTIMIZE leaves them: "
            + "the delivery is proved as a whole, not file by file";

    @TempDir
    static Path folder;

    private static TestExport export;
    private static TestWarehouse warehouse;
    private static TestTable table;

    /** Each test has a month of its own, in which an account of its own has spend. */
    @BeforeAll
    static void loadAMonthForEachTest() {
        export = new TestExport(folder.resolve("bucket"));
        IntStream.rangeClosed(1, 10).forEach(month -> deliver(month, "e1", 0));
        warehouse = TestWarehouse.in(folder);
        assertThat(warehouse.load().periods())
                .allSatisfy(period -> assertThat(period.way()).hasValue(Way.ADOPTED));
        table = warehouse.table(TableName.LINE_ITEM);
    }

    private static void deliver(int month, String delivery, double more) {
        BillingPeriod period = period(month);
        export.deliver(
                period,
                delivery,
                List.of(
                        List.of(
                                usage(period, PAYER, 1 + more),
                                usage(period, PAYER, 2 + more),
                                usage(period, account(month), 4 + more),
                                usage(period, LABS, 8 + more)),
                        List.of(usage(period, PAYER, 16 + more), usage(period, account(month), 32 + more))));
    }

    /** Of the two months that a statement changes, in the first an account is connected, the second is delivered anew. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | OPTIMIZE line_item WHERE MONTHS                   | 1 2 16 | PROVED    | true",
                "3 | REORG TABLE line_item WHERE MONTHS APPLY (PURGE)  | 1 2 16 | PROVED    | true",
                "5 | DELETE FROM line_item WHERE MONTHS AND COST = 1   | 2 16   | DISPROVED | false",
                "7 | DELETE FROM line_item WHERE MONTHS AND COST = 16  | 1 2    | DISPROVED | true",
            })
    void theNextChangeOfAMonthBringsItsRowsAsDelivered(
            int first, String statement, String rowsAfter, Status proof, boolean deliveryIsRead) {
        int second = first + 1;
        sql(statement, first, second);
        assertThat(costs(first)).isEqualTo(rowsAfter);
        PeriodResult reconciled = warehouse.reconcile(period(first));
        assertThat(reconciled.status()).isEqualTo(proof);
        assertThat(reconciled.warnings()).isEqualTo(proof == Status.PROVED ? List.of(AS_A_WHOLE) : List.of());
        assertThat(warehouse.load(period(first)).status()).isEqualTo(Status.UNCHANGED);
        assertThat(costs(first)).isEqualTo(rowsAfter);

        warehouse.connect(account(first));
        Told told = new Told();
        PeriodResult connected = warehouse.load(told, period(first));

        assertThat(connected.error()).isEmpty();
        assertThat(connected.way()).hasValue(Way.ADOPTED);
        assertThat(costs(first)).isEqualTo("1 2 4 16 32");
        assertThat(told.deliveries).hasSize(deliveryIsRead ? 1 : 0);
        assertThat(told.notices)
                .isEqualTo(
                        deliveryIsRead
                                ? List.of(
                                        "billing period " + period(first) + " of 'acme': line_item no longer holds the "
                                                + "delivery as it was loaded; reading it again")
                                : List.of());

        deliver(second, "e2", 100);

        assertThat(warehouse.load(period(second)).error()).isEmpty();
        assertThat(costs(second)).isEqualTo("101 102 116");
    }

    @Test
    void anOlderVersionIsReadUntilVacuumRemovesItAndNothingElse() {
        BillingPeriod september = period(9);
        long unconnected = table.version();
        warehouse.connect(account(9)).load(september);
        long connected = table.version();
        deliver(9, "e2", 100);
        warehouse.load(september);

        assertThat(costs(9, unconnected)).isEqualTo("1 2 16");
        assertThat(costs(9, connected)).isEqualTo("1 2 4 16 32");
        assertThat(costs(9)).isEqualTo("101 102 104 116 132");
        Set<Path> live = table.live();
        assertThat(table.stored()).containsAll(live).hasSizeGreaterThan(live.size());

        TestSpark.session().conf().set("spark.databricks.delta.retentionDurationCheck.enabled", "false");
        TestSpark.session().conf().set("spark.sql.sources.parallelPartitionDiscovery.parallelism", "2");
        table.sql(TestSpark.session(), "VACUUM line_item RETAIN 0 HOURS");

        assertThat(table.stored()).isEqualTo(live);
        assertThat(costs(9)).isEqualTo("101 102 104 116 132");
    }

    @Test
    void aTableThatWasRestoredByHandIsNotMaskedForWhatItNoLongerHolds() {
        BillingPeriod october = period(10);
        long before = table.version();
        deliver(10, "e2", 100);
        warehouse.load(october);

        table.sql(TestSpark.session(), "RESTORE TABLE line_item TO VERSION AS OF " + before);

        assertThat(costs(10)).isEqualTo("1 2 16");
        assertThat(warehouse.reconcile(october).status()).isEqualTo(Status.DISPROVED);

        warehouse.connect(account(10));
        PeriodResult connected = warehouse.load(october);

        assertThat(connected.error()).isEmpty();
        assertThat(costs(10)).isEqualTo("101 102 104 116 132");
    }

    /** What a load tells whoever watches it. */
    private static final class Told implements Progress {
        private final List<String> notices = new ArrayList<>();
        private final List<String> deliveries = new ArrayList<>();

        @Override
        public void notice(String sentence) {
            notices.add(sentence);
        }

        @Override
        public void loading(Delivery delivery) {
            deliveries.add(delivery.id());
        }
    }

    private static void sql(String statement, int first, int second) {
        table.sql(
                TestSpark.session(),
                statement
                        .replace(
                                "MONTHS", "billing_period BETWEEN '" + period(first) + "' AND '" + period(second) + "'")
                        .replace("COST", "line_item_unblended_cost"));
    }

    /** "1 2 16": the costs of a month, sorted. */
    private static String costs(int month) {
        return costs(KernelReader.rows(table.uri()).stream()
                .filter(row -> period(month).toString().equals(row.get("billing_period")))
                .map(row -> (Double) row.get("line_item_unblended_cost")));
    }

    /** The same of an older version. */
    private static String costs(int month, long version) {
        return costs(table
                .sql(
                        TestSpark.session(),
                        "SELECT line_item_unblended_cost FROM line_item VERSION AS OF " + version
                                + " WHERE billing_period = '" + period(month) + "'")
                .collectAsList()
                .stream()
                .map(row -> row.getDouble(0)));
    }

    private static String costs(Stream<Double> costs) {
        return costs.sorted().map(cost -> Integer.toString(cost.intValue())).collect(Collectors.joining(" "));
    }

    private static BillingPeriod period(int month) {
        return BillingPeriod.parse("2026-%02d".formatted(month));
    }

    private static String account(int month) {
        return "%012d".formatted(month);
    }
}
