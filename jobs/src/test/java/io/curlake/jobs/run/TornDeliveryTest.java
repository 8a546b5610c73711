package io.curlake.jobs.run;

import static io.curlake.jobs.run.TestLineItem.usage;
import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.run.PeriodResult.Status;
import io.curlake.jobs.run.due.Patience;
import io.curlake.jobs.table.Partition;
import io.curlake.model.BillingPeriod;
import io.curlake.model.ExitCode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** AWS overwrites a delivery while it is loaded, and is done some seconds later. */
class TornDeliveryTest {
    private static final BillingPeriod OCTOBER = BillingPeriod.parse("2026-10");
    private static final String KEY = TestExport.key(OCTOBER, "e1", 1);
    private static final String CANNOT = "Cannot load billing period 2026-10 of 'acme': ";

    @TempDir
    Path folder;

    private final List<String> notices = new ArrayList<>();
    private final List<Duration> pauses = new ArrayList<>();
    private TestExport export;
    private TestWarehouse warehouse;

    @BeforeEach
    void deliver() {
        export = new TestExport(folder.resolve("bucket"))
                .deliver(OCTOBER, "e1", List.of(List.of(usage(OCTOBER, TestExport.PAYER, 1))));
        warehouse = TestWarehouse.in(folder);
    }

    @Test
    void whatIsOverwrittenWhileItIsReadIsPinnedAnewAndLoaded() {
        PeriodResult result = load(whenPinned(attempt -> {
            if (attempt == 1) {
                write(2);
            }
        }));

        assertThat(result.status()).isEqualTo(Status.LOADED);
        assertThat(warehouse.lineItems()).containsExactly("2026-10 111122223333 2.0");
        assertThat(pauses).containsExactly(Duration.ofSeconds(5));
        assertThat(notices)
                .containsExactly("billing period 2026-10 of 'acme': " + export.file(KEY)
                        + " changed while it was read; attempt 2 of 4 in 5 s");
    }

    @Test
    void afterFourAttemptsThePeriodIsRefusedAndSaysHowOftenItWasTried() {
        PeriodResult result = load(whenPinned(attempt -> write(attempt + 10)));

        assertThat(result.exitCode()).isEqualTo(ExitCode.DELIVERY_UNREADABLE);
        assertThat(result.error())
                .hasValue(CANNOT + export.file(KEY)
                        + " changed while it was read: AWS is delivering. Nothing was published; run again in some "
                        + "minutes. An export with create-new delivery never changes under a reader. Tried 4 times "
                        + "over 65 s.");
        assertThat(pauses).extracting(Duration::toSeconds).containsExactly(5L, 15L, 45L);
        assertThat(notices).hasSize(3).last().asString().endsWith("; attempt 4 of 4 in 45 s");
        assertThat(warehouse.lineItems()).isEmpty();
    }

    @Test
    void aFileThatIsPublishedAfterItsManifestIsWaitedForAndElseLoadedByTheNextRun() {
        String late = TestExport.key(OCTOBER, "e2", 1);
        export.deliverManifest(OCTOBER, "e2", TestExport.ARN, List.of(late));

        PeriodResult refused = load(new Watching());
        PeriodResult waited = attempt(time -> writeLate(late), new Watching());

        assertThat(refused.exitCode()).isEqualTo(ExitCode.DELIVERY_UNREADABLE);
        assertThat(refused.error())
                .hasValue(CANNOT + "the manifest lists " + export.file(late)
                        + ", which does not exist. Run again after the next delivery; if it stays missing, look for a "
                        + "lifecycle rule or a person that removes objects. Tried 4 times over 65 s.");
        assertThat(waited.status()).isEqualTo(Status.LOADED);
        assertThat(warehouse.lineItems()).containsExactly("2026-10 111122223333 9.0");
    }

    @Test
    void manyTornPeriodsWaitTogetherAndHoldUpNoOther() {
        BillingPeriod august = BillingPeriod.parse("2026-08");
        BillingPeriod september = BillingPeriod.parse("2026-09");
        export.deliver(august, "a1", List.of(List.of(usage(august, TestExport.PAYER, 8))))
                .deliverManifest(september, "s1", TestExport.ARN, List.of(TestExport.key(september, "s1", 1)))
                .deliverManifest(OCTOBER, "e2", TestExport.ARN, List.of(TestExport.key(OCTOBER, "e2", 1)));
        List<String> done = new ArrayList<>();

        LoadSummary summary = run(pauses::add, new Watching() {
            @Override
            public void done(PeriodResult result) {
                done.add(result.partition().period() + " after " + pauses.size() + " pauses");
            }
        });

        assertThat(done).containsExactly("2026-08 after 0 pauses", "2026-10 after 3 pauses", "2026-09 after 3 pauses");
        assertThat(summary.periods())
                .extracting(period -> period.partition().period() + " " + period.status())
                .containsExactly("2026-10 REFUSED", "2026-09 REFUSED", "2026-08 LOADED");
    }

    @Test
    void whatIsWrongWithTheDeliveryItselfIsNotTriedAgain() {
        export.deliverManifest(
                OCTOBER, "e2", TestExport.ARN, List.of(TestExport.key(BillingPeriod.parse("2026-09"), "e2", 1)));

        assertThat(load(new Watching()).exitCode()).isEqualTo(ExitCode.DELIVERY_UNREADABLE);
        assertThat(pauses).isEmpty();
    }

    private PeriodResult load(Progress progress) {
        return attempt(pauses::add, progress);
    }

    private PeriodResult attempt(Consumer<Duration> pause, Progress progress) {
        return run(pause, progress).periods().get(0);
    }

    private LoadSummary run(Consumer<Duration> pause, Progress progress) {
        return new Load(warehouse.warehouse(), progress, new Patience(Patience.DEFAULT.pauses(), pause))
                .run(LoadRequest.EVERYTHING);
    }

    private void write(double cost) {
        export.writeFile(KEY, List.of(usage(OCTOBER, TestExport.PAYER, cost)), TestLineItem.SCHEMA);
    }

    private void writeLate(String key) {
        export.writeFile(key, List.of(usage(OCTOBER, TestExport.PAYER, 9)), TestLineItem.SCHEMA);
    }

    private Progress whenPinned(IntConsumer change) {
        return new Watching() {
            private int attempt;

            @Override
            public void reached(Step step, Partition partition) {
                if (step == Step.PINNED) {
                    change.accept(++attempt);
                }
            }
        };
    }

    private class Watching implements Progress {
        @Override
        public void notice(String sentence) {
            notices.add(sentence);
        }
    }
}
