package io.curlake.jobs.run.upkeep;

import static io.curlake.jobs.run.TestLineItem.usage;
import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.TestSpark;
import io.curlake.jobs.run.LoadRequest;
import io.curlake.jobs.run.PeriodResult;
import io.curlake.jobs.run.Progress;
import io.curlake.jobs.run.Reconcile;
import io.curlake.jobs.run.TestExport;
import io.curlake.jobs.run.TestWarehouse;
import io.curlake.jobs.run.staging.Way;
import io.curlake.jobs.run.upkeep.MaintainRequest.MaskedRows;
import io.curlake.jobs.table.TableName;
import io.curlake.model.BillingPeriod;
import io.curlake.model.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaintainTest {
    private static final BillingPeriod OCTOBER = BillingPeriod.parse("2026-10");
    private static final String PAYER = TestExport.PAYER;
    private static final String LABS = "999988887777";

    @TempDir
    Path folder;

    private TestWarehouse warehouse;

    @BeforeEach
    void adoptADelivery() {
        new TestExport(folder.resolve("bucket"))
                .deliver(
                        OCTOBER,
                        "e1",
                        List.of(
                                List.of(usage(OCTOBER, PAYER, 1.5), usage(OCTOBER, LABS, 2.25)),
                                List.of(usage(OCTOBER, LABS, 4), usage(OCTOBER, PAYER, 0.125))));
        warehouse = TestWarehouse.in(folder);
        assertThat(warehouse.loadPeriod().way()).contains(Way.ADOPTED);
    }

    @Test
    void aPurgeRemovesMaskedRowsFromTheDiskAndNothingElse() {
        assertThat(accountsOnDisk()).contains(LABS);

        MaintainSummary done = maintain(MaskedRows.PURGE, Duration.ZERO);

        assertThat(done.purged().values()).containsExactly(2L);
        assertThat(done.masked()).isEmpty();
        assertThat(accountsOnDisk()).containsExactly(PAYER, PAYER);
        assertThat(warehouse.lineItems()).containsExactly("2026-10 111122223333 0.125", "2026-10 111122223333 1.5");
        assertThat(files("deletion_vector_")).isEmpty();
        assertThat(new Reconcile(warehouse.warehouse())
                        .run(LoadRequest.EVERYTHING)
                        .exitCode())
                .isEqualTo(ExitCode.DONE);
        assertThat(warehouse.loadPeriod().status()).isEqualTo(PeriodResult.Status.UNCHANGED);
    }

    @Test
    void anAccountThatIsConnectedAfterAPurgeIsReadFromTheDeliveryAgain() {
        maintain(MaskedRows.PURGE, Duration.ofDays(7));
        warehouse.connect(LABS);
        List<String> notices = new ArrayList<>();

        PeriodResult result = warehouse.loadPeriod(new Progress() {
            @Override
            public void notice(String text) {
                notices.add(text);
            }
        });

        assertThat(result.status()).isEqualTo(PeriodResult.Status.LOADED);
        assertThat(notices)
                .containsExactly("billing period 2026-10 of 'acme': line_item no longer holds the "
                        + "delivery as it was loaded; reading it again");
        assertThat(warehouse.lineItems())
                .containsExactly(
                        "2026-10 111122223333 0.125",
                        "2026-10 111122223333 1.5",
                        "2026-10 999988887777 2.25",
                        "2026-10 999988887777 4.0");
    }

    @Test
    void adoptedFilesAreNeverCompacted() {
        List<Path> before = files("part-");

        maintain(MaskedRows.STAY, Duration.ZERO);

        assertThat(files("part-")).isEqualTo(before).hasSize(2);
        assertThat(warehouse.lineItems()).hasSize(2);
    }

    @Test
    void whatAKilledRunLeftGoesWhenItIsOlderThanTheRetention() throws IOException {
        Path partition = folder.resolve("warehouse/line_item/source=acme/billing_period=2026-10");
        Path old = left(partition.resolve("part-00001-old.parquet"), Duration.ofDays(8));
        Path oldMask = left(folder.resolve("warehouse/line_item/deletion_vector_1.bin"), Duration.ofDays(8));
        Path young = left(partition.resolve("part-00001-young.parquet"), Duration.ofDays(6));

        maintain(MaskedRows.STAY, Duration.ofDays(7));

        assertThat(old).doesNotExist();
        assertThat(oldMask).doesNotExist();
        assertThat(young).exists();
        assertThat(warehouse.lineItems()).hasSize(2);
    }

    @Test
    void theManyFilesOfAppendedTablesBecomeOne() {
        for (int i = 0; i < 21; i++) {
            warehouse
                    .warehouse()
                    .tables()
                    .append(TableName.RECONCILIATION)
                    .write(warehouse
                            .warehouse()
                            .rows(
                                    TableName.RECONCILIATION,
                                    List.of(RowFactory.create(
                                            new Object
                                                    [TableName.RECONCILIATION
                                                            .schema()
                                                            .size()]))))
                    .commit("{}");
        }
        long rows = warehouse.read(TableName.RECONCILIATION).count();

        MaintainSummary done = maintain(MaskedRows.STAY, Duration.ofDays(7));

        assertThat(done.compacted()).containsExactly(TableName.RECONCILIATION);
        assertThat(warehouse.read(TableName.RECONCILIATION).count())
                .isEqualTo(rows)
                .isEqualTo(23);
        assertThat(warehouse.read(TableName.RECONCILIATION).inputFiles()).hasSize(1);
    }

    private MaintainSummary maintain(MaskedRows maskedRows, Duration retention) {
        Maintain maintain = new Maintain(warehouse.warehouse(), Progress.SILENT);
        ByteArrayOutputStream console = new ByteArrayOutputStream();
        MaintainSummary done = scala.Console.withOut(
                console, () -> maintain.run(new MaintainRequest(maskedRows, Optional.empty(), retention)));
        assertThat(console.toString(StandardCharsets.UTF_8))
                .as("what Delta tells of its work")
                .isEmpty();
        return done;
    }

    private static Path left(Path file, Duration age) throws IOException {
        Files.writeString(file, "left by a kill");
        return Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(age)));
    }

    /** The usage account of every row that lies in some file of the table, masked or not. */
    private List<String> accountsOnDisk() {
        return TestSpark.session()
                .read()
                .option("recursiveFileLookup", "true")
                .option("pathGlobFilter", "part-*.parquet")
                .parquet(folder.resolve("warehouse/line_item/source=acme").toString())
                .select("line_item_usage_account_id")
                .collectAsList()
                .stream()
                .map(row -> row.getString(0))
                .toList();
    }

    private List<Path> files(String prefix) {
        try (Stream<Path> files = Files.walk(folder.resolve("warehouse/line_item"))) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
