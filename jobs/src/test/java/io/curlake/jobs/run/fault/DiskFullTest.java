package io.curlake.jobs.run.fault;

import static io.curlake.jobs.run.TestLineItem.usage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.curlake.jobs.TestSpark;
import io.curlake.jobs.run.PeriodResult;
import io.curlake.jobs.run.Progress;
import io.curlake.jobs.run.Step;
import io.curlake.jobs.run.TestExport;
import io.curlake.jobs.run.TestWarehouse;
import io.curlake.jobs.storage.TestStores;
import io.curlake.jobs.table.Partition;
import io.curlake.jobs.table.TableName;
import io.curlake.model.BillingPeriod;
import io.curlake.model.ExitCode;
import io.curlake.model.ExportFormat;
import io.curlake.model.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The disk of the warehouse is full. Linux has a device for that. */
@EnabledOnOs(OS.LINUX)
class DiskFullTest {
    private static final BillingPeriod OCTOBER = BillingPeriod.parse("2026-10");
    private static final String STRANGER = "999988887777";
    private static final String FIRST = "2026-10 111122223333 1.0";
    private static final String SECOND = "2026-10 111122223333 2.0";

    @TempDir
    Path folder;

    private TestExport export;

    @BeforeEach
    void deliver() {
        FullDisk.in(settings());
        export = new TestExport(folder.resolve("bucket"));
        deliver(1);
    }

    @AfterEach
    void makeRoom() {
        FullDisk.hasRoom(settings());
    }

    @Test
    void rowsThatDoNotFitAreNotPublishedAndTheNextRunLoadsThem() {
        TestWarehouse warehouse = loaded("layout: rewrite");
        deliver(2);

        PeriodResult refused = full(warehouse, Step.PINNED, 100);

        assertThat(refused.exitCode()).isEqualTo(ExitCode.UNEXPECTED);
        assertThat(refused.error())
                .hasValue("Cannot load billing period 2026-10 of 'acme': no space is left on the disk. Nothing was "
                        + "published; make room, or put the warehouse on another disk, and run again.");
        assertThat(warehouse.lineItems()).containsExactly(FIRST);
        assertLoadsWithRoom(warehouse);
    }

    @Test
    void masksThatDoNotFitAreNotPublishedAndTheNextRunMakesThem() {
        TestWarehouse warehouse = loaded("");
        deliver(2);

        PeriodResult refused = full(warehouse, Step.PINNED, 10);

        assertThat(refused.exitCode()).isEqualTo(ExitCode.UNEXPECTED);
        assertThat(refused.error().orElseThrow())
                .matches(
                        "Cannot write " + folder + "/warehouse/line_item/deletion_vector_[-0-9a-f]+\\.bin: no space is "
                                + "left on the disk\\. Make room, or put the warehouse on another disk, and run again\\.");
        assertThat(warehouse.lineItems()).containsExactly(FIRST);
        assertThat(warehouse.table(TableName.LINE_ITEM).stored())
                .isEqualTo(warehouse.table(TableName.LINE_ITEM).live());
        assertLoadsWithRoom(warehouse);
    }

    @Test
    void tablesBesideThatDoNotFitAreWrittenByTheNextRun() {
        TestWarehouse warehouse = loaded("");
        deliver(2);

        PeriodResult refused = full(warehouse, Step.LINE_ITEMS_COMMITTED, 10);

        assertThat(refused.exitCode()).isEqualTo(ExitCode.UNEXPECTED);
        assertThat(refused.error())
                .hasValue(
                        "Cannot finish billing period 2026-10 of 'acme': line_item holds the new delivery, the tables "
                                + "beside it do not yet. Run again, which repairs that. IOException: No space left on device.");
        assertThat(warehouse.lineItems()).containsExactly(SECOND);
        assertLoadsWithRoom(warehouse);
    }

    @Test
    void aDeviceWithoutSpaceIsNamed() throws IOException {
        Path full = Files.createSymbolicLink(folder.resolve("full"), Path.of("/dev/full"));

        assertThatThrownBy(() -> TestStores.local().write("file://" + full, new byte[1]))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.exitCode()).isEqualTo(ExitCode.UNEXPECTED))
                .hasMessage(
                        "Cannot write " + full + ": no space is left on the disk. Make room, or put the warehouse on "
                                + "another disk, and run again.");
    }

    private TestWarehouse loaded(String layout) {
        TestWarehouse warehouse = TestWarehouse.in(folder, ExportFormat.CUR2_PARQUET, layout);
        assertThat(warehouse.loadPeriod().exitCode()).isEqualTo(ExitCode.DONE);
        return warehouse;
    }

    /** Loads while the disk takes so many bytes from a step on. */
    private static PeriodResult full(TestWarehouse warehouse, Step from, long bytes) {
        PeriodResult result = warehouse.loadPeriod(new Progress() {
            @Override
            public void reached(Step step, Partition partition) {
                if (step == from) {
                    FullDisk.takes(bytes);
                }
            }
        });
        FullDisk.takes(Long.MAX_VALUE);
        return result;
    }

    private void assertLoadsWithRoom(TestWarehouse warehouse) {
        assertThat(warehouse.loadPeriod().exitCode()).isEqualTo(ExitCode.DONE);
        Map<TableName, List<String>> tables = StoredTables.of(warehouse);
        assertThat(warehouse.lineItems()).containsExactly(SECOND);
        assertThat(tables.get(TableName.UNCONNECTED_COST))
                .singleElement()
                .asString()
                .contains("unblended_cost=20.0");
        assertThat(tables.get(TableName.DELIVERY)).hasSize(2);
        assertThat(tables.get(TableName.RESTATEMENT)).hasSize(2);
        assertThat(warehouse.reconcile(OCTOBER).error()).isEmpty();
    }

    private void deliver(int number) {
        export.deliver(
                OCTOBER,
                "e" + number,
                List.of(List.of(usage(OCTOBER, TestExport.PAYER, number), usage(OCTOBER, STRANGER, 10.0 * number))));
    }

    private static Configuration settings() {
        return TestSpark.session().sparkContext().hadoopConfiguration();
    }
}
