package io.curlake.jobs.run;

import static io.curlake.jobs.run.TestLineItem.usage;
import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.table.Partition;
import io.curlake.model.BillingPeriod;
import io.curlake.model.ExitCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** AWS overwrites a delivery while it is read: the period is refused, and stays as it was. */
class ChangedWhileReadingTest {
    private static final BillingPeriod OCTOBER = BillingPeriod.parse("2026-10");
    private static final String KEY = TestExport.key(OCTOBER, "e2", 1);

    @TempDir
    static Path folder;

    private static TestExport export;
    private static TestWarehouse warehouse;

    @BeforeAll
    static void loadAGoodDelivery() {
        export = new TestExport(folder.resolve("bucket"))
                .deliver(OCTOBER, "e1", List.of(List.of(usage(OCTOBER, TestExport.PAYER, 1.5))));
        warehouse = TestWarehouse.in(folder);
        assertThat(warehouse.loadPeriod().exitCode()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void aNewManifestIsNoticed() {
        assertNoticed(
                Step.WRITTEN,
                () -> export.deliverManifest(OCTOBER, "e3", TestExport.ARN, List.of()),
                TestExport.manifestKey(OCTOBER));
    }

    @ParameterizedTest
    @EnumSource(names = {"PINNED", "WRITTEN"})
    void anotherFileIsNoticed(Step step) {
        assertNoticed(
                step,
                () -> export.writeFile(
                        KEY,
                        List.of(usage(OCTOBER, TestExport.PAYER, 7), usage(OCTOBER, TestExport.PAYER, 8)),
                        TestLineItem.SCHEMA),
                KEY);
    }

    @ParameterizedTest
    @EnumSource(names = {"PINNED", "WRITTEN"})
    void aFileThatVanishesIsNoticed(Step step) {
        assertNoticed(step, () -> delete(export.file(KEY)), KEY);
    }

    private static void assertNoticed(Step when, Runnable change, String changed) {
        export.deliver(OCTOBER, "e2", List.of(List.of(usage(OCTOBER, TestExport.PAYER, 9))));

        PeriodResult result = warehouse.loadPeriod(new Progress() {
            @Override
            public void reached(Step step, Partition partition) {
                if (step == when) {
                    change.run();
                }
            }
        });

        assertThat(result.error())
                .hasValue("Cannot load billing period 2026-10 of 'acme': " + export.file(changed)
                        + " changed while it was read: AWS is delivering. Nothing was published; run again in some "
                        + "minutes. An export with create-new delivery never changes under a reader.");
        assertThat(result.exitCode()).isEqualTo(ExitCode.DELIVERY_UNREADABLE);
        assertThat(warehouse.lineItems()).containsExactly("2026-10 111122223333 1.5");
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
