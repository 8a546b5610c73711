package io.curlake.jobs.run.fault;

import static io.curlake.jobs.run.TestLineItem.usage;
import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.TestSpark;
import io.curlake.jobs.run.Load;
import io.curlake.jobs.run.LoadRequest;
import io.curlake.jobs.run.LoadSummary;
import io.curlake.jobs.run.PeriodResult.Status;
import io.curlake.jobs.run.Progress;
import io.curlake.jobs.run.Step;
import io.curlake.jobs.run.TestExport;
import io.curlake.jobs.run.TestWarehouse;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.table.Partition;
import io.curlake.jobs.table.TableName;
import io.curlake.model.BillingPeriod;
import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two runs on one warehouse, in two processes: at the same time, and one that is stopped for longer than its lock lasts. */
@Timeout(300)
class OvertakenRunTest {
    private static final BillingPeriod OCTOBER = BillingPeriod.parse("2026-10");
    private static final Clock LATER = Clock.offset(Clock.systemUTC(), Duration.ofHours(1));

    @TempDir
    static Path logs;

    private static TestProcess other;

    @TempDir
    Path folder;

    private TestExport export;
    private final List<String> notices = new ArrayList<>();

    @BeforeAll
    static void start() {
        other = TestProcess.start(logs.resolve("log"));
    }

    @AfterAll
    static void stop() {
        other.close();
    }

    @BeforeEach
    void deliver() {
        export = new TestExport(folder.resolve("bucket"));
        deliver(1);
        other.goOn();
    }

    @Test
    void ofTwoRunsThatStartTogetherOneLoadsAndTheOtherIsTold() {
        List<String> theirs = new ArrayList<>();
        other.say(line() + " PINNED");

        String mine = ended(mine(new Progress() {
            @Override
            public void reached(Step step, Partition partition) {
                if (step == Step.PINNED) {
                    theirs.add(other.hear("ended"));
                }
            }
        }));
        if (theirs.isEmpty()) {
            other.say("go on");
            theirs.add(other.hear("ended"));
        }

        long holder = mine.startsWith("ended DONE") ? ProcessHandle.current().pid() : other.id();
        assertThat(List.of(mine, theirs.get(0)))
                .containsOnlyOnce("ended DONE 1 loaded")
                .anySatisfy(line -> assertThat(line)
                        .matches("ended LOCKED Cannot write to file://" + folder.resolve("warehouse")
                                + ": another run holds its lock: load by \\S+@\\S+ \\(process " + holder
                                + "\\), since [-0-9]+ [0-9:]+ UTC \\(less than a minute ago\\)\\. Wait for it to end; a lock "
                                + "whose owner died is taken over at [0-9:]+ UTC\\."));
        assertThat(warehouse(Clock.systemUTC()).lineItems()).containsExactly("2026-10 111122223333 1.0");
        assertThat(warehouse(Clock.systemUTC()).load().count(Status.UNCHANGED)).isEqualTo(1);
    }

    /** Meanwhile another run loads the same delivery, or a newer one. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PINNED                   | 2 | LOST",
                "PROVED                   | 2 | LOST",
                "PROVED                   | 3 | CHANGED",
                "LINE_ITEMS_COMMITTED     | 3 | unconnected_cost",
                "LINE_ITEMS_COMMITTED     | 2 | unconnected_cost",
                "DELIVERED_COST_COMMITTED | 3 | restatement",
                "RECONCILED               | 3 | delivery",
            })
    void aRunThatIsStoppedBeyondItsLockIsRefusedAndNothingIsLost(Step step, int meanwhile, String refusing) {
        assertThat(ended(mine(Progress.SILENT))).isEqualTo("ended DONE 1 loaded");
        deliver(2);
        other.say(line() + " " + step);
        other.hear("reached " + step);
        other.pause();
        deliver(meanwhile);

        LoadSummary overtaking = load(LATER);
        Map<TableName, List<String>> tables = StoredTables.of(warehouse(LATER));
        other.goOn();
        other.say("go on");
        String refused = other.hear("ended");

        assertThat(overtaking.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(notices)
                .singleElement()
                .asString()
                .matches("Took over the lock of load by \\S+@\\S+ \\(process " + other.id()
                        + "\\): no sign of life, and it expired at [-0-9]+ [0-9:]+ UTC\\.");
        assertThat(refused).matches("ended " + message(refusing));
        assertThat(StoredTables.of(warehouse(LATER))).isEqualTo(tables);
        assertThat(warehouse(LATER).lineItems()).containsExactly("2026-10 111122223333 " + meanwhile + ".0");
        assertThat(warehouse(LATER).load().count(Status.UNCHANGED)).isEqualTo(1);
        assertThat(warehouse(LATER).reconcile(OCTOBER).error()).isEmpty();
    }

    private String message(String refusing) {
        return switch (refusing) {
            case "LOST" ->
                "LOCKED Cannot go on writing to file://" + folder.resolve("warehouse")
                        + ": this run gave no sign of life for too long, and load by \\S+@\\S+ \\(process "
                        + ProcessHandle.current().pid()
                        + "\\) took its lock over\\. Nothing was published; run it again\\.";
            case "CHANGED" ->
                "DELIVERY_UNREADABLE Cannot load billing period 2026-10 of 'acme': "
                        + export.file(TestExport.manifestKey(OCTOBER))
                        + " changed while it was read: AWS is delivering\\. Nothing was published; run again in some "
                        + "minutes\\. An export with create-new delivery never changes under a reader\\.";
            default ->
                "LOCKED Cannot finish billing period 2026-10 of 'acme': line_item holds the new delivery, the tables "
                        + "beside it do not yet\\. Run again, which repairs that\\. Refusal: Cannot write to "
                        + refusing
                        + ": a run with a later lock \\(number 3, this run's is 2\\) has written there\\. Nothing of "
                        + "this run was published; run again\\.";
        };
    }

    private void deliver(int cost) {
        if (cost != 2 || export.file(TestExport.key(OCTOBER, "e2", 1)).toFile().length() == 0) {
            export.deliver(OCTOBER, "e" + cost, List.of(List.of(usage(OCTOBER, TestExport.PAYER, cost))));
        }
    }

    private String line() {
        return SteppingLoad.line(folder.resolve("bucket"), folder.resolve("warehouse"));
    }

    private String ended(String outcome) {
        return "ended " + outcome;
    }

    private String mine(Progress progress) {
        try {
            LoadSummary summary = warehouse(Clock.systemUTC()).load(progress, LoadRequest.EVERYTHING);
            return summary.exitCode() + " " + summary.count(Status.LOADED) + " loaded";
        } catch (Refusal refusal) {
            return refusal.exitCode() + " " + refusal.getMessage();
        }
    }

    private LoadSummary load(Clock clock) {
        Progress noting = new Progress() {
            @Override
            public void notice(String sentence) {
                notices.add(sentence);
            }
        };
        return new Load(warehouse(clock).warehouse(), noting).run(LoadRequest.EVERYTHING);
    }

    private TestWarehouse warehouse(Clock clock) {
        TestWarehouse open =
                TestWarehouse.beside(folder.resolve("bucket"), folder.resolve("warehouse"), SteppingLoad.MORE);
        return new TestWarehouse(
                Warehouse.open(TestSpark.session(), open.warehouse().config(), clock));
    }
}
