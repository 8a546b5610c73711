package io.curlake.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.curlake.jobs.run.PeriodResult.Status;
import io.curlake.jobs.run.fault.StoredTables;
import io.curlake.jobs.run.history.LoadHistory;
import io.curlake.jobs.run.history.LoadedDelivery;
import io.curlake.jobs.table.Partition;
import io.curlake.jobs.table.TableName;
import io.curlake.model.BillingPeriod;
import io.curlake.model.ExitCode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three months of nights with three deliveries a day, restatements, accounts that come and go, and a crash a week: they end
 * with the tables of a first load of the final state. Every 30th night unless {@code -Dcurlake.test.nights=1} asks for
 * all of them.
 */
class QuarterOfNightsTest {
    private static final long SEED = 20261123;
    private static final int EVERY = Integer.getInteger("curlake.test.nights", 30);
    private static final LocalDate FIRST = LocalDate.of(2026, 8, 1);
    private static final LocalDate END = LocalDate.of(2026, 11, 1);

    private final Random random = new Random(SEED);
    private final Set<String> connected = new TreeSet<>();
    private int crashes;

    @TempDir
    Path folder;

    @Test
    void endAsAFirstLoadOfTheFinalStateWould() {
        TestWarehouse warehouse = TestWarehouse.in(folder);
        SimulatedBill bill = new SimulatedBill(SEED, new TestExport(folder.resolve("bucket")));
        int night = 0;
        for (LocalDate day = FIRST; day.isBefore(END); day = day.plusDays(EVERY)) {
            for (int delivery = 0; delivery < 3; delivery++) {
                bill.deliver(day);
                restatePast(bill, day, delivery);
                if (++night % 20 == 7) {
                    crash(warehouse);
                }
                load(warehouse);
            }
            connectOrDisconnect(warehouse);
        }
        load(warehouse);
        assertThat(warehouse.load().count(Status.UNCHANGED)).isEqualTo(3);

        TestWarehouse fresh = TestWarehouse.beside(folder.resolve("bucket"), folder.resolve("fresh"), "");
        fresh.connect(connected.toArray(String[]::new));
        load(fresh);
        assertThat(crashes).isPositive();
        assertSameTables(warehouse, fresh);
        assertRestatementsLeadFromTheFirstDeliveryToTheLast(warehouse);
        assertThat(new Reconcile(warehouse.warehouse())
                        .run(LoadRequest.EVERYTHING)
                        .balanced())
                .isTrue();
    }

    private static void restatePast(SimulatedBill bill, LocalDate day, int delivery) {
        BillingPeriod before = new BillingPeriod(YearMonth.from(day).minusMonths(1));
        if (delivery == 1 && bill.lines().containsKey(before)) {
            if (day.getDayOfMonth() <= EVERY) {
                bill.close(before);
            } else if (day.getDayOfMonth() <= 2 * EVERY) {
                bill.correct(before);
            }
        }
    }

    private void connectOrDisconnect(TestWarehouse warehouse) {
        String account = SimulatedBill.LINKED.get(random.nextInt(SimulatedBill.LINKED.size()));
        if (connected.remove(account)) {
            warehouse.disconnect(Optional.empty(), account);
        } else {
            connected.add(account);
            warehouse.connect(account);
        }
    }

    /** An Error passes every catch of the load, as a kill does. */
    private void crash(TestWarehouse warehouse) {
        List<Step> steps = List.of(Step.values());
        Step fatal = steps.get(random.nextInt(steps.size()));
        Progress breaking = new Progress() {
            @Override
            public void reached(Step step, Partition partition) {
                if (step == fatal) {
                    throw new Broken();
                }
            }
        };
        assertThatThrownBy(() -> warehouse.load(breaking)).isInstanceOf(Broken.class);
        crashes++;
    }

    private static final class Broken extends Error {}

    private static void load(TestWarehouse warehouse) {
        LoadSummary summary = warehouse.load();
        assertThat(summary.exitCode()).as(summary.toString()).isEqualTo(ExitCode.DONE);
    }

    private static void assertSameTables(TestWarehouse nights, TestWarehouse fresh) {
        for (TableName table : List.of(TableName.LINE_ITEM, TableName.UNCONNECTED_COST)) {
            assertThat(texts(nights.warehouse().tables().rows(table)))
                    .as(table.tableName())
                    .isNotEmpty()
                    .isEqualTo(texts(fresh.warehouse().tables().rows(table)));
        }
        for (LoadedDelivery newest : LoadHistory.of(fresh.warehouse()).ofSource("acme")) {
            Partition partition = newest.partition();
            assertThat(texts(costs(nights, newest)))
                    .as("delivered_cost of " + partition)
                    .isNotEmpty()
                    .isEqualTo(texts(costs(fresh, newest)));
            assertThat(texts(ledger(nights, partition)))
                    .as("ledger of " + partition)
                    .isNotEmpty()
                    .isEqualTo(texts(ledger(fresh, partition)));
        }
    }

    /** To the last decimal, whatever crashed between. */
    private static void assertRestatementsLeadFromTheFirstDeliveryToTheLast(TestWarehouse warehouse) {
        LoadHistory history = LoadHistory.of(warehouse.warehouse());
        for (LoadedDelivery newest : history.ofSource("acme")) {
            Partition partition = newest.partition();
            LoadedDelivery first =
                    LoadHistory.allOf(warehouse.warehouse(), partition).get(0);
            BigDecimal restated = rows(warehouse, TableName.RESTATEMENT, partition).stream()
                    .map(row -> row.<BigDecimal>getAs("after_unblended_cost")
                            .subtract(row.<BigDecimal>getAs("before_unblended_cost")))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);

            assertThat(restated)
                    .as("restatements of " + partition)
                    .isNotZero()
                    .isEqualByComparingTo(delivered(warehouse, newest).subtract(delivered(warehouse, first)));
        }
    }

    private static BigDecimal delivered(TestWarehouse warehouse, LoadedDelivery load) {
        return rows(warehouse, TableName.RECONCILIATION, load.partition()).stream()
                .filter(row -> row.getAs("load_id").equals(load.loadId()))
                .map(row -> row.<BigDecimal>getAs("delivered_unblended_cost"))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<Row> costs(TestWarehouse warehouse, LoadedDelivery delivery) {
        return rows(warehouse, TableName.DELIVERED_COST, delivery.partition()).stream()
                .filter(row -> row.getAs("delivery_id").equals(delivery.deliveryId()))
                .toList();
    }

    private static List<Row> ledger(TestWarehouse warehouse, Partition partition) {
        String load = LoadHistory.of(warehouse.warehouse())
                .of(partition)
                .orElseThrow()
                .loadId();
        return rows(warehouse, TableName.RECONCILIATION, partition).stream()
                .filter(row -> row.getAs("load_id").equals(load))
                .toList();
    }

    private static List<Row> rows(TestWarehouse warehouse, TableName table, Partition partition) {
        return warehouse.warehouse().tables().rows(table).stream()
                .filter(row -> row.getAs("source").equals(partition.source())
                        && row.getAs("billing_period").equals(partition.period().toString()))
                .toList();
    }

    private static List<String> texts(List<Row> rows) {
        return StoredTables.texts(rows, Set.of("load_id"));
    }
}
