package io.curlake.jobs.run;

import static io.curlake.jobs.run.TestLineItem.usage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.curlake.jobs.TestSpark;
import io.curlake.jobs.account.ConnectedAccounts;
import io.curlake.jobs.export.Delivery;
import io.curlake.jobs.export.DeliveryFinder;
import io.curlake.jobs.export.ReadableDelivery;
import io.curlake.jobs.run.period.PeriodLoad;
import io.curlake.jobs.run.period.PeriodTask;
import io.curlake.jobs.table.Partition;
import io.curlake.jobs.table.TableName;
import io.curlake.model.BillingPeriod;
import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import io.curlake.model.config.SourceConfig;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A writer that was paused beyond the expiry of its lock fails when it goes on, and what others wrote stays. */
class PausedWriterTest {
    private static final BillingPeriod OCTOBER = BillingPeriod.parse("2026-10");
    private static final Clock LATER = Clock.offset(Clock.systemUTC(), Duration.ofHours(1));

    @TempDir
    Path folder;

    private TestExport export;

    @BeforeEach
    void deliver() {
        export = new TestExport(folder.resolve("bucket"));
        export.deliver(OCTOBER, "e1", List.of(List.of(usage(OCTOBER, TestExport.PAYER, 1.0))));
    }

    @Test
    void aRunWhoseLockWasTakenOverDoesNotPublish() {
        Progress pause = new Progress() {
            @Override
            public void reached(Step step, Partition partition) {
                if (step == Step.WRITTEN) {
                    loadOneHourLater();
                }
            }
        };

        LoadSummary paused = new Load(warehouse(Clock.systemUTC()), pause).run(LoadRequest.EVERYTHING);

        assertThat(paused.exitCode()).isEqualTo(ExitCode.LOCKED);
        assertThat(costs()).containsExactly(1.0);
        assertThat(loads()).isEqualTo(1);
    }

    @Test
    void evenWithoutALockTheCommitOfThePausedRunFails() {
        Warehouse warehouse = warehouse(Clock.systemUTC());
        SourceConfig source = warehouse.config().source("acme");
        ConnectedAccounts connected = new AccountRegister(warehouse).withPayersOf(List.of(source));
        DeliveryFinder finder = new DeliveryFinder(warehouse.storage(), source);
        Delivery delivery = finder.pin(OCTOBER);
        ReadableDelivery readable =
                ReadableDelivery.open(warehouse.spark(), warehouse.storage(), delivery, finder.errors(OCTOBER));
        PeriodTask task = new PeriodTask(source, finder, delivery, connected, Optional.empty());
        PeriodLoad paused = new PeriodLoad(warehouse, task, Progress.SILENT);

        assertThatThrownBy(() -> paused.load(readable, this::loadOneHourLater))
                .isInstanceOf(Refusal.class)
                .hasMessage("Cannot publish billing period 2026-10 of 'acme' in line_item: another run changed the "
                        + "table meanwhile. Nothing of this run was published; run again.");
        assertThat(costs()).containsExactly(1.0);
        assertThat(loads()).isEqualTo(1);
    }

    private void loadOneHourLater() {
        LoadSummary other = new Load(warehouse(LATER), Progress.SILENT).run(LoadRequest.EVERYTHING);
        assertThat(other.exitCode()).isEqualTo(ExitCode.DONE);
    }

    private Warehouse warehouse(Clock clock) {
        return Warehouse.open(TestSpark.session(), TestConfig.of(folder), clock);
    }

    private List<Double> costs() {
        return warehouse(LATER)
                .tables()
                .read(TableName.LINE_ITEM)
                .select("line_item_unblended_cost")
                .collectAsList()
                .stream()
                .map(row -> row.getDouble(0))
                .toList();
    }

    private long loads() {
        return warehouse(LATER).tables().read(TableName.DELIVERY).count();
    }
}
