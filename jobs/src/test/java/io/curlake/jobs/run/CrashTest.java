package io.curlake.jobs.run;

import static io.curlake.jobs.run.TestLineItem.usage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.curlake.jobs.TestSpark;
import io.curlake.jobs.run.PeriodResult.Status;
import io.curlake.jobs.run.staging.Way;
import io.curlake.jobs.table.Partition;
import io.curlake.jobs.table.TableName;
import io.curlake.model.BillingPeriod;
import io.curlake.model.ExportFormat;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A break at each step of publishing leaves the old delivery or the new one, and the next run repairs the rest. Real kills,
 * at any moment, are in the package {@code fault}.
 */
class CrashTest {
    private static final BillingPeriod OCTOBER = BillingPeriod.parse("2026-10");
    private static final Partition PARTITION = new Partition("acme", OCTOBER);
    private static final String STRANGER = "999988887777";
    /** At the others a real process is killed, see {@code KilledLoadTest}; a load takes seconds. */
    private static final List<Step> BETWEEN_COMMITS =
            List.of(Step.LINE_ITEMS_COMMITTED, Step.DELIVERED_COST_COMMITTED, Step.RESTATED, Step.RECONCILED);

    private static final List<Step> BROKEN = List.of(Step.LINE_ITEMS_COMMITTED, Step.RECONCILED);

    @TempDir
    Path folder;

    @Test
    void aBreakBetweenTwoCommitsLosesNothing() {
        TestExport export = new TestExport(folder.resolve("bucket"));
        Warehouse warehouse = Warehouse.open(TestSpark.session(), TestConfig.of(folder), Clock.systemUTC());
        deliver(export, 0);
        load(warehouse);

        for (Step step : BETWEEN_COMMITS) {
            int delivery = BETWEEN_COMMITS.indexOf(step) + 1;
            deliver(export, delivery);

            loadAndBreakAt(warehouse, step);

            assertThat(keptCosts(warehouse))
                    .as("line items after a break at %s", step)
                    .isIn(kept(delivery - 1), kept(delivery));
            load(warehouse);
            assertThat(keptCosts(warehouse)).as("after the next run, %s", step).isEqualTo(kept(delivery));
            assertThat(unconnectedCosts(warehouse)).containsExactly(100.0 + delivery);
        }
        assertThat(new Reconcile(warehouse).run(LoadRequest.EVERYTHING).balanced())
                .isTrue();

        assertThat(warehouse
                        .tables()
                        .read(TableName.DELIVERY)
                        .select("delivery_id")
                        .distinct()
                        .count())
                .isEqualTo(BETWEEN_COMMITS.size() + 1);
    }

    /** The ways differ before the commit, and in how the next run repairs what is after. */
    @Test
    void aBreakWhileRowsAreRewrittenLosesNothing() {
        TestExport export = new TestExport(folder.resolve("bucket"));
        deliver(export, 0);
        TestWarehouse warehouse = TestWarehouse.in(folder, ExportFormat.CUR2_PARQUET, "layout: rewrite");
        assertThat(warehouse.loadPeriod().way()).hasValue(Way.REWRITTEN);

        deliver(export, 1);
        loadAndBreakAt(warehouse.warehouse(), Step.LINE_ITEMS_COMMITTED);

        assertThat(keptCosts(warehouse.warehouse())).isEqualTo(kept(1));
        assertThat(unconnectedCosts(warehouse.warehouse())).containsExactly(100.0);
        assertThat(warehouse.loadPeriod().way()).hasValue(Way.REWRITTEN);
        assertThat(keptCosts(warehouse.warehouse())).isEqualTo(kept(1));
        assertThat(unconnectedCosts(warehouse.warehouse())).containsExactly(101.0);
        assertThat(warehouse.reconcile(OCTOBER).error()).isEmpty();
    }

    @Test
    void aBreakWhileMasksChangeLosesNothing() {
        deliver(new TestExport(folder.resolve("bucket")), 1);
        TestWarehouse warehouse = TestWarehouse.in(folder);
        warehouse.load();
        List<Double> payer = List.of(0.5, 1.0);
        List<Double> both = List.of(0.5, 1.0, 101.0);

        for (Step step : BROKEN) {
            warehouse.connect(STRANGER);
            loadAndBreakAt(warehouse.warehouse(), step);

            assertThat(keptCosts(warehouse.warehouse())).isIn(payer, both);
            assertThat(warehouse.loadPeriod().way()).hasValue(Way.ADOPTED);
            assertThat(keptCosts(warehouse.warehouse())).isEqualTo(both);
            assertThat(unconnectedCosts(warehouse.warehouse())).isEmpty();
            assertThat(warehouse.reconcile(OCTOBER).error()).isEmpty();

            warehouse.disconnect(Optional.empty(), STRANGER);
            warehouse.load();
            assertThat(keptCosts(warehouse.warehouse())).isEqualTo(payer);
            assertThat(unconnectedCosts(warehouse.warehouse())).containsExactly(101.0);
        }
    }

    /** The manifest and the accounts are as recorded; only the files of line_item tell that a load was interrupted. */
    @Test
    void whatABrokenLoadPublishedDoesNotStayWhereNobodyWantsItAnyMore() {
        TestExport export = new TestExport(folder.resolve("bucket"));
        TestWarehouse warehouse = TestWarehouse.in(folder);
        for (int delivery = 1; delivery <= 2; delivery++) {
            deliver(export, delivery);
            warehouse.load();
        }

        warehouse.connect(STRANGER);
        loadAndBreakAt(warehouse.warehouse(), Step.LINE_ITEMS_COMMITTED);
        warehouse.disconnect(Optional.empty(), STRANGER);
        assertThat(keptCosts(warehouse.warehouse())).containsExactly(0.5, 2.0, 102.0);
        assertRepaired(warehouse);

        LoadRequest older = new LoadRequest(List.of(), List.of(OCTOBER), Set.of()).ofDelivery("e1");
        loadAndBreakAt(warehouse.warehouse(), Step.LINE_ITEMS_COMMITTED, older);
        assertThat(keptCosts(warehouse.warehouse())).isEqualTo(kept(1));
        assertRepaired(warehouse);
    }

    private static void assertRepaired(TestWarehouse warehouse) {
        assertThat(new Load(warehouse.warehouse(), Progress.SILENT).plan(LoadRequest.EVERYTHING))
                .extracting(PlannedLoad::reason)
                .containsExactly("a load of it was interrupted");
        assertThat(warehouse.loadPeriod().status()).isEqualTo(Status.LOADED);
        assertThat(keptCosts(warehouse.warehouse())).isEqualTo(kept(2));
        assertThat(unconnectedCosts(warehouse.warehouse())).containsExactly(102.0);
        assertThat(warehouse.reconcile(OCTOBER).error()).isEmpty();
        assertThat(warehouse.loadPeriod().status()).isEqualTo(Status.UNCHANGED);
    }

    private static void deliver(TestExport export, int number) {
        export.deliver(
                OCTOBER,
                "e" + number,
                List.of(
                        List.of(usage(OCTOBER, TestExport.PAYER, number), usage(OCTOBER, STRANGER, 100.0 + number)),
                        List.of(usage(OCTOBER, TestExport.PAYER, 0.5))));
    }

    private static List<Double> kept(int number) {
        return number == 0 ? List.of(0.0, 0.5) : List.of(0.5, (double) number);
    }

    private static void load(Warehouse warehouse) {
        LoadSummary summary = new Load(warehouse, Progress.SILENT).run(LoadRequest.EVERYTHING);
        assertThat(summary.exitCode().code()).as(summary.toString()).isZero();
    }

    /** An Error passes every catch of the load, as a kill does. */
    private static void loadAndBreakAt(Warehouse warehouse, Step fatal) {
        loadAndBreakAt(warehouse, fatal, LoadRequest.EVERYTHING);
    }

    private static void loadAndBreakAt(Warehouse warehouse, Step fatal, LoadRequest request) {
        Progress breaking = new Progress() {
            @Override
            public void reached(Step step, Partition partition) {
                if (step == fatal) {
                    throw new Broken();
                }
            }
        };
        assertThatThrownBy(() -> new Load(warehouse, breaking).run(request)).isInstanceOf(Broken.class);
    }

    private static final class Broken extends Error {}

    private static List<Double> keptCosts(Warehouse warehouse) {
        return rows(warehouse, TableName.LINE_ITEM)
                .map(row -> row.<Double>getAs("line_item_unblended_cost"))
                .sorted()
                .toList();
    }

    private static List<Double> unconnectedCosts(Warehouse warehouse) {
        return rows(warehouse, TableName.UNCONNECTED_COST)
                .map(row -> row.<BigDecimal>getAs("unblended_cost").doubleValue())
                .toList();
    }

    /** As Kernel reads them: Spark's plan of a Delta table takes longer than the load that was broken. */
    private static Stream<Row> rows(Warehouse warehouse, TableName table) {
        return warehouse
                .tables()
                .rows(table, "billing_period", Set.of(PARTITION.period().toString()))
                .stream();
    }
}
