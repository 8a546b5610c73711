package io.curlake.jobs.run.fault;

import static io.curlake.jobs.run.TestLineItem.usage;
import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.run.Load;
import io.curlake.jobs.run.LoadRequest;
import io.curlake.jobs.run.LoadSummary;
import io.curlake.jobs.run.PeriodResult;
import io.curlake.jobs.run.PeriodResult.Status;
import io.curlake.jobs.run.Progress;
import io.curlake.jobs.run.TestExport;
import io.curlake.jobs.run.TestLineItem;
import io.curlake.jobs.run.TestWarehouse;
import io.curlake.jobs.run.due.Patience;
import io.curlake.model.BillingPeriod;
import io.curlake.model.ExitCode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** For an hour a manifest lists a file that is not there, and a run starts every quarter of it. */
class MissingFileTest {
    private static final BillingPeriod SEPTEMBER = BillingPeriod.parse("2026-09");
    private static final BillingPeriod OCTOBER = BillingPeriod.parse("2026-10");
    private static final String LATE = TestExport.key(OCTOBER, "e2", 2);

    @TempDir
    Path folder;

    private TestExport export;
    private TestWarehouse warehouse;
    private Duration waited = Duration.ZERO;

    @BeforeEach
    void load() {
        export = new TestExport(folder.resolve("bucket"));
        export.deliver(OCTOBER, "e1", List.of(List.of(usage(OCTOBER, TestExport.PAYER, 1))));
        warehouse = TestWarehouse.in(folder);
        assertThat(run().exitCode()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void everyRunWaitsRefusesAndLeavesTheOldDeliveryUntilTheFileIsThere() {
        export.deliver(
                OCTOBER,
                "e2",
                List.of(List.of(usage(OCTOBER, TestExport.PAYER, 2)), List.of(usage(OCTOBER, TestExport.PAYER, 3))));
        assertThat(export.file(LATE).toFile().delete()).isTrue();

        for (int quarter = 0; quarter < 4; quarter++) {
            assertRefused(run());
        }
        export.deliver(SEPTEMBER, "s1", List.of(List.of(usage(SEPTEMBER, TestExport.PAYER, 9))));
        LoadSummary withOther = run();
        assertThat(withOther.exitCode()).isEqualTo(ExitCode.DELIVERY_UNREADABLE);
        assertThat(withOther.count(Status.LOADED)).as("the other period").isEqualTo(1);
        assertThat(waited).as("four attempts of each of five runs").isEqualTo(Duration.ofSeconds(5 * 65));

        export.writeFile(LATE, List.of(usage(OCTOBER, TestExport.PAYER, 3)), TestLineItem.SCHEMA);
        LoadSummary loaded = run();
        assertThat(loaded.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(loaded.count(Status.LOADED)).isEqualTo(1);
        assertThat(warehouse.lineItems())
                .containsExactly("2026-09 111122223333 9.0", "2026-10 111122223333 2.0", "2026-10 111122223333 3.0");
        assertThat(warehouse.reconcile(OCTOBER).error()).isEmpty();
    }

    private void assertRefused(LoadSummary summary) {
        assertThat(summary.exitCode().code()).isEqualTo(5);
        assertThat(summary.periods())
                .extracting(PeriodResult::error)
                .singleElement()
                .satisfies(error -> assertThat(error)
                        .hasValue("Cannot load billing period 2026-10 of 'acme': the manifest lists "
                                + export.file(LATE)
                                + ", which does not exist. Run again after the next delivery; if it stays missing, look "
                                + "for a lifecycle rule or a person that removes objects. Tried 4 times over 65 s."));
        assertThat(warehouse.lineItems()).containsExactly("2026-10 111122223333 1.0");
    }

    private LoadSummary run() {
        Patience patience = new Patience(Patience.DEFAULT.pauses(), pause -> waited = waited.plus(pause));
        return new Load(warehouse.warehouse(), Progress.SILENT, patience).run(LoadRequest.EVERYTHING);
    }
}
