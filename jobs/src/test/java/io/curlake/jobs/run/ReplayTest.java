package io.curlake.jobs.run;

import static io.curlake.jobs.run.TestLineItem.usage;
import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.run.PeriodResult.Status;
import io.curlake.jobs.run.history.LoadHistory;
import io.curlake.jobs.table.Partition;
import io.curlake.jobs.table.TableName;
import io.curlake.model.BillingPeriod;
import io.curlake.model.ExitCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A given delivery is loaded again: the newest, one that has a folder of its own, or one that was recorded. */
class ReplayTest {
    private static final BillingPeriod OCTOBER = BillingPeriod.parse("2026-10");
    private static final String PAYER = TestExport.PAYER;
    private static final String WEB = "000000000042";
    private static final String CANNOT = "Cannot load delivery '%s' of billing period 2026-10 of 'acme': ";

    @TempDir
    Path folder;

    private final List<String> notices = new ArrayList<>();
    private TestExport export;
    private TestWarehouse warehouse;

    @BeforeEach
    void deliver() {
        export = new TestExport(folder.resolve("bucket"));
        warehouse = TestWarehouse.in(folder);
        deliver("a111", usage(OCTOBER, PAYER, 1), usage(OCTOBER, WEB, 10));
        assertThat(warehouse.loadPeriod().status()).isEqualTo(Status.LOADED);
    }

    @Test
    void theNewestDeliveryIsLoadedOnceMoreAndItsLedgerIsTheSame() {
        String loadedAt = loadedAt();

        PeriodResult result = replay("a1");

        assertThat(result.status()).isEqualTo(Status.LOADED);
        assertThat(notices)
                .containsExactly(
                        "billing period 2026-10 of 'acme': delivery 'a111' is byte for byte what was loaded at "
                                + loadedAt + ", and the ledger is the same to the last decimal");
        assertThat(warehouse.read(TableName.DELIVERY).count()).isEqualTo(2);
        assertThat(warehouse.loadPeriod().status()).isEqualTo(Status.UNCHANGED);
    }

    @Test
    void anOlderDeliveryIsLoadedFromItsOwnFolderAndTheNextLoadBringsTheNewestBack() {
        keepManifest("a111");
        deliver("b222", usage(OCTOBER, PAYER, 2));
        warehouse.load();

        assertThat(replay("a111").status()).isEqualTo(Status.LOADED);
        assertThat(warehouse.lineItems()).containsExactly("2026-10 111122223333 1.0");

        PeriodResult next = warehouse.loadPeriod();
        assertThat(next.status()).isEqualTo(Status.LOADED);
        assertThat(next.deliveryId()).isEqualTo("b222");
        assertThat(warehouse.lineItems()).containsExactly("2026-10 111122223333 2.0");
        assertThat(warehouse.loadPeriod().status()).isEqualTo(Status.UNCHANGED);
    }

    @Test
    void aDeliveryThatWasNeverLoadedHasNothingToCompareWith() {
        deliver("b222", usage(OCTOBER, PAYER, 2));
        keepManifest("b222");
        deliver("c333", usage(OCTOBER, PAYER, 3));

        assertThat(replay("b").status()).isEqualTo(Status.LOADED);
        assertThat(notices)
                .containsExactly("billing period 2026-10 of 'acme': delivery 'b222' was never loaded before; there is "
                        + "no ledger to compare with");
    }

    @Test
    void aRecordedDeliveryIsLoadedFromItsFilesAsLongAsTheyAreWhatTheyWere() {
        String loadedAt = loadedAt();
        deliver("b222", usage(OCTOBER, PAYER, 2));
        warehouse.load();
        warehouse.connect(WEB);

        assertThat(replay("a111").status()).isEqualTo(Status.LOADED);
        assertThat(warehouse.lineItems()).containsExactly("2026-10 000000000042 10.0", "2026-10 111122223333 1.0");
        assertThat(notices)
                .containsExactly(
                        "billing period 2026-10 of 'acme': delivery 'a111' is byte for byte what was loaded at "
                                + loadedAt
                                + ", and delivers the same to the last decimal; what is unconnected differs, "
                                + "because other accounts are connected");

        String key = TestExport.key(OCTOBER, "a111", 1);
        export.writeFile(key, List.of(usage(OCTOBER, PAYER, 7)), TestLineItem.SCHEMA);
        PeriodResult refused = replay("a111");
        assertThat(refused.exitCode()).isEqualTo(ExitCode.DELIVERY_UNREADABLE);
        assertThat(refused.error())
                .hasValue(
                        CANNOT.formatted("a111") + export.file(key) + " is no longer what it was when it was loaded: a "
                                + "newer delivery replaced it, or it was removed. Without --delivery the newest delivery is "
                                + "loaded.");
    }

    @Test
    void anIdThatIsUnknownOrNotUniqueIsRefused() {
        deliver("a122", usage(OCTOBER, PAYER, 2));

        assertThat(replay("b").error())
                .hasValue(CANNOT.formatted("b") + "there is none of that id. Known are 'a111', 'a122'.");
        assertThat(replay("a1").error())
                .hasValue(CANNOT.formatted("a1") + "this is the beginning of 'a111', 'a122'. Write more of the id.");
        assertThat(replay("b").exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void theSameFilesWithOtherAmountsAreRefused() {
        String loadedAt = loadedAt();
        warehouse
                .warehouse()
                .tables()
                .replaceAll(TableName.RECONCILIATION)
                .write(warehouse
                        .read(TableName.RECONCILIATION)
                        .withColumn("delivered_unblended_cost", functions.expr("cast(11.25 as decimal(38,18))"))
                        .coalesce(1))
                .commit("{}");

        PeriodResult refused = replay("a111");

        assertThat(refused.exitCode()).isEqualTo(ExitCode.LEDGER_UNBALANCED);
        assertThat(refused.error())
                .hasValue(
                        "Cannot load billing period 2026-10 of 'acme': delivery 'a111' has the files that were loaded "
                                + "at " + loadedAt
                                + ", to the etag, and yet delivers something else: unblended_cost of file 1 "
                                + "in USD: 11.25, now 11. Nothing was published. Run again; if it stays, report it as a defect "
                                + "of curlake.");
        assertThat(warehouse.read(TableName.DELIVERY).count()).isEqualTo(1);
    }

    private PeriodResult replay(String id) {
        LoadRequest request = new LoadRequest(List.of(), List.of(OCTOBER), Set.of()).ofDelivery(id);
        return warehouse
                .load(
                        new Progress() {
                            @Override
                            public void notice(String sentence) {
                                notices.add(sentence);
                            }
                        },
                        request)
                .periods()
                .get(0);
    }

    private void deliver(String id, TestLineItem... items) {
        export.deliver(OCTOBER, id, List.of(List.of(items)));
    }

    /** As create-new delivery does, in the folder of the execution. */
    private void keepManifest(String id) {
        try {
            String pointer = TestExport.manifestKey(OCTOBER);
            int name = pointer.lastIndexOf('/') + 1;
            export.write(
                    pointer.substring(0, name) + "2026-11-02T13:14:43.337Z-" + id + "/" + pointer.substring(name),
                    Files.readString(export.file(pointer)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String loadedAt() {
        return LoadHistory.of(warehouse.warehouse())
                .of(new Partition("acme", OCTOBER))
                .orElseThrow()
                .loadedAt()
                .toString();
    }
}
