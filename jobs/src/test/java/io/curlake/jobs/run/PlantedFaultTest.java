package io.curlake.jobs.run;

import static io.curlake.jobs.run.TestLineItem.usage;
import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.curlake.jobs.account.ConnectedAccounts;
import io.curlake.jobs.export.DeliveredAmounts;
import io.curlake.jobs.export.Delivery;
import io.curlake.jobs.export.DeliveryFinder;
import io.curlake.jobs.export.ReadableDelivery;
import io.curlake.jobs.export.parquet.Fit;
import io.curlake.jobs.run.period.PeriodLoad;
import io.curlake.jobs.run.period.PeriodTask;
import io.curlake.model.BillingPeriod;
import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Defects that the job itself might have, planted behind the reader: the ledger finds each, and nothing is visible. */
class PlantedFaultTest {
    private static final BillingPeriod OCTOBER = BillingPeriod.parse("2026-10");
    private static final String PAYER = TestExport.PAYER;

    @TempDir
    static Path folder;

    private static TestWarehouse warehouse;

    @BeforeAll
    static void loadOneDeliveryAndBringAnother() {
        TestExport export = new TestExport(folder.resolve("bucket"))
                .deliver(OCTOBER, "e1", List.of(List.of(usage(OCTOBER, PAYER, 0.5))));
        warehouse = TestWarehouse.in(folder);
        assertThat(warehouse.loadPeriod().exitCode()).isEqualTo(ExitCode.DONE);
        export.deliver(
                OCTOBER,
                "e2",
                List.of(
                        List.of(usage(OCTOBER, PAYER, 1), usage(OCTOBER, PAYER, 2.5)),
                        List.of(usage(OCTOBER, PAYER, 4), usage(OCTOBER, "999988887777", 8))));
    }

    @AfterEach
    void nothingIsVisible() {
        assertThat(warehouse.lineItems()).containsExactly("2026-10 111122223333 0.5");
    }

    @Test
    void aFilterThatDropsAKeptRowIsFound() {
        assertFound(
                rows -> rows.filter(
                        col("line_item_unblended_cost").lt(2).or(col("_file").gt(1))),
                "rows of file 1 in USD: delivered 2, accounted for 1, difference 1 (and 3 more)");
    }

    @Test
    void aDroppedFileIsFound() {
        assertFound(
                rows -> rows.filter(col("_file").equalTo(1)),
                "rows of file 2 in USD: delivered 2, accounted for 0, difference 2 (and 3 more)");
    }

    @Test
    void aCostChangedInItsTenthPlaceIsFound() {
        assertFound(
                rows -> rows.withColumn(
                        "line_item_unblended_cost",
                        org.apache
                                .spark
                                .sql
                                .functions
                                .when(col("line_item_unblended_cost").equalTo(2.5), 2.5000000001)
                                .otherwise(col("line_item_unblended_cost"))),
                "unblended_cost of file 1 in USD: delivered 3.5, accounted for 3.5000000001, difference -0.0000000001");
    }

    @Test
    void aDuplicatedRowIsFound() {
        assertFound(
                rows -> rows.union(rows.filter(col("line_item_unblended_cost").equalTo(8))),
                "rows of file 2 in USD: delivered 2, accounted for 3, difference -1 (and 3 more)");
    }

    private static void assertFound(UnaryOperator<Dataset<Row>> fault, String imbalance) {
        Warehouse opened = warehouse.warehouse();
        DeliveryFinder finder = new DeliveryFinder(opened.storage(), warehouse.source());
        Delivery delivery = finder.pin(OCTOBER);
        ReadableDelivery honest =
                ReadableDelivery.open(opened.spark(), opened.storage(), delivery, finder.errors(OCTOBER));
        ConnectedAccounts connected = new AccountRegister(opened).all();
        PeriodTask task = new PeriodTask(warehouse.source(), finder, delivery, connected, Optional.empty());
        PeriodLoad load = new PeriodLoad(opened, task, Progress.SILENT);

        assertThatThrownBy(() -> load.load(new Faulty(honest, fault), () -> {}))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.exitCode()).isEqualTo(ExitCode.LEDGER_UNBALANCED))
                .hasMessage("Cannot load billing period 2026-10 of 'acme': the ledger does not balance: " + imbalance
                        + ". Nothing was published. Run again; if it stays, report it as a defect of curlake.");
    }

    /** A delivery whose rows reach the job through a fault. */
    private record Faulty(ReadableDelivery honest, UnaryOperator<Dataset<Row>> fault) implements ReadableDelivery {
        @Override
        public Set<String> columns() {
            return honest.columns();
        }

        @Override
        public Dataset<Row> rows() {
            return fault.apply(honest.rows());
        }

        @Override
        public Fit fit() {
            return Fit.not("the fault is in the rows");
        }

        @Override
        public DeliveredAmounts delivered() {
            return honest.delivered();
        }
    }
}
