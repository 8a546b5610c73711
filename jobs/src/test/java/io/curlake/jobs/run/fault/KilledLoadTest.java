package io.curlake.jobs.run.fault;

import static io.curlake.jobs.run.TestLineItem.usage;
import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.run.LoadRequest;
import io.curlake.jobs.run.LoadSummary;
import io.curlake.jobs.run.Progress;
import io.curlake.jobs.run.Reconcile;
import io.curlake.jobs.run.Step;
import io.curlake.jobs.run.TestExport;
import io.curlake.jobs.run.TestLineItem;
import io.curlake.jobs.run.TestWarehouse;
import io.curlake.jobs.run.upkeep.Maintain;
import io.curlake.jobs.run.upkeep.MaintainRequest;
import io.curlake.jobs.table.TableName;
import io.curlake.jobs.table.TestTable;
import io.curlake.model.BillingPeriod;
import io.curlake.model.ExitCode;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} at random moments of a load that replaces three periods, each loaded before from another delivery. One more
 * run, and the tables are those of a load that nobody killed.
 */
@Timeout(600)
class KilledLoadTest {
    /** Another seed by {@code -Dcurlake.test.seed=…}: other moments, the same outcome. */
    private static final long SEED = Long.getLong("curlake.test.seed", 20261123);

    /** A kill takes ten seconds with all that it proves; {@code -Dcurlake.test.kills=20} is the whole test. */
    private static final int KILLS = Integer.getInteger("curlake.test.kills", 3);

    private static final int LONGEST_DELAY = 300;

    /** The ledger proved from the files again, and housekeeping, take longer than all the rest: each so manieth time. */
    private static final int PROVED_AND_SWEPT = 7;

    private static final List<BillingPeriod> PERIODS =
            Stream.of("2026-10", "2026-09", "2026-08").map(BillingPeriod::parse).toList();
    private static final String STRANGER = "999988887777";

    private final ExecutorService twoAtATime = Executors.newFixedThreadPool(2);

    @TempDir
    Path folder;

    private Path prepared;
    private Map<TableName, List<String>> undisturbed;

    /** A step of the load, the how manieth of all its steps, and the time that passes before the kill. */
    private record Moment(int step, long delay) {
        static Moment random(Random random) {
            return new Moment(random.nextInt(PERIODS.size() * Step.values().length), random.nextInt(LONGEST_DELAY + 1));
        }
    }

    /** @param said all that the process said before it was killed */
    private record Killed(Path warehouse, long process, List<String> said) {
        /** The last step it reached; empty where it was done before the kill. */
        Optional<Step> stopped() {
            String last = said.get(said.size() - 1);
            return last.startsWith("reached") ? Optional.of(Step.valueOf(last.split(" ", -1)[1])) : Optional.empty();
        }

        /** After that one the lock is given back. */
        boolean isBeforeTheLastStep() {
            return said.size() < PERIODS.size() * Step.values().length;
        }
    }

    @BeforeEach
    void prepare() {
        TestExport export = new TestExport(folder.resolve("bucket"));
        prepared = folder.resolve("prepared");
        deliver(export, 1);
        assertThat(warehouse(prepared).load().exitCode()).isEqualTo(ExitCode.DONE);
        deliver(export, 2);
        Path whole = Folders.copy(prepared, folder.resolve("whole"));
        assertThat(warehouse(whole).load().exitCode()).isEqualTo(ExitCode.DONE);
        undisturbed = StoredTables.of(warehouse(whole));
    }

    @AfterEach
    void stop() {
        twoAtATime.shutdownNow();
    }

    @Test
    void oneRunAfterAKillAtAnyMomentGivesTheTablesOfAnUndisturbedLoad() throws Exception {
        System.out.println("KilledLoadTest: -Dcurlake.test.seed=" + SEED);
        assertThat(undisturbed)
                .allSatisfy(
                        (table, rows) -> assertThat(rows).as(table.tableName()).isNotEmpty());
        Random random = new Random(SEED);
        List<Future<Killed>> kills = new ArrayList<>();
        for (int i = 0; i < KILLS; i++) {
            Path warehouse = folder.resolve("killed-" + i);
            Moment moment = Moment.random(random);
            kills.add(twoAtATime.submit(() -> killed(warehouse, moment)));
        }

        Set<Step> landed = EnumSet.noneOf(Step.class);
        for (int i = 0; i < KILLS; i++) {
            Killed killed = kills.get(i).get();
            killed.stopped().ifPresent(landed::add);
            assertRepaired(killed);
            if (i % PROVED_AND_SWEPT == 0) {
                assertProvedAndSwept(warehouse(killed.warehouse()));
            }
        }

        assertThat(landed).as("steps that kills landed in").hasSizeGreaterThanOrEqualTo(Math.min(5, KILLS / 2));
    }

    private Killed killed(Path warehouse, Moment moment) throws InterruptedException {
        Folders.copy(prepared, warehouse);
        try (TestProcess load = TestProcess.start(folder.resolve(warehouse.getFileName() + ".log"))) {
            load.hear("ready");
            load.say(SteppingLoad.line(folder.resolve("bucket"), warehouse));
            List<String> said = new ArrayList<>();
            for (int i = 0; i <= moment.step(); i++) {
                said.add(load.hear());
            }
            Thread.sleep(moment.delay());
            said.addAll(load.kill());
            return new Killed(warehouse, load.id(), said);
        }
    }

    private void assertRepaired(Killed killed) {
        List<String> notices = new ArrayList<>();
        TestWarehouse warehouse = warehouse(killed.warehouse());

        LoadSummary summary = warehouse.load(new Progress() {
            @Override
            public void notice(String sentence) {
                notices.add(sentence);
            }
        });

        assertThat(summary.exitCode()).as(summary.toString()).isEqualTo(ExitCode.DONE);
        assertThat(StoredTables.of(warehouse)).as(killed.toString()).isEqualTo(undisturbed);
        assertThat(warehouse.warehouse().tables().rows(TableName.RUN))
                .as("rows of the killed run, " + killed)
                .hasSizeLessThanOrEqualTo(killed.isBeforeTheLastStep() ? 0 : 1);
        if (killed.isBeforeTheLastStep()) {
            assertThat(notices)
                    .as(killed.toString())
                    .singleElement()
                    .asString()
                    .matches("Took over the lock of load by \\S+@\\S+ \\(process " + killed.process()
                            + "\\): the process no longer runs\\.");
        }
    }

    private static void assertProvedAndSwept(TestWarehouse warehouse) {
        assertThat(new Reconcile(warehouse.warehouse())
                        .run(LoadRequest.EVERYTHING)
                        .balanced())
                .isTrue();
        new Maintain(warehouse.warehouse(), Progress.SILENT)
                .run(new MaintainRequest(MaintainRequest.MaskedRows.STAY, Optional.empty(), Duration.ZERO));
        assertThat(unnamed(warehouse)).isEmpty();
    }

    private static Set<Path> unnamed(TestWarehouse warehouse) {
        Set<Path> unnamed = new TreeSet<>();
        for (TableName name : TableName.values()) {
            if (warehouse.warehouse().tables().exists(name)) {
                TestTable table = warehouse.table(name);
                unnamed.addAll(table.stored());
                unnamed.removeAll(table.live());
            }
        }
        return unnamed;
    }

    private TestWarehouse warehouse(Path warehouse) {
        return TestWarehouse.beside(folder.resolve("bucket"), warehouse, SteppingLoad.MORE);
    }

    /** Rows that are kept, masked and rejected, and costs that differ from delivery to delivery. */
    private static void deliver(TestExport export, int number) {
        for (BillingPeriod period : PERIODS) {
            TestLineItem stray = usage(period, TestExport.PAYER, 7)
                    .with("bill_billing_period_start_date", Timestamp.from(period.end()));
            export.deliver(
                    period,
                    "e" + number,
                    List.of(
                            List.of(usage(period, TestExport.PAYER, number), usage(period, STRANGER, 100.1 * number)),
                            List.of(usage(period, TestExport.PAYER, 0.5), stray)));
        }
    }
}
