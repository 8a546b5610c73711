package io.curlake.jobs.run;

import static io.curlake.jobs.run.TestLineItem.usage;
import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.table.Partition;
import io.curlake.jobs.table.TableName;
import io.curlake.jobs.table.TestTable;
import io.curlake.jobs.table.log.VectorFile;
import io.curlake.model.BillingPeriod;
import io.curlake.model.ExitCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roaringbitmap.RoaringBitmap;

/**
 * Copies and masks that are wrong by the time they are read back: each is found, nothing of it is visible, and nothing of
 * it stays behind.
 */
class PlantedAdoptionFaultTest {
    private static final BillingPeriod OCTOBER = BillingPeriod.parse("2026-10");
    private static final String PAYER = TestExport.PAYER;
    private static final String LABS = "999988887777";
    private static final String CANNOT = "Cannot load billing period 2026-10 of 'acme': ";
    private static final String REPORT =
            ". Nothing was published. Run again; if it stays, report it as a defect of curlake.";

    @TempDir
    static Path folder;

    private static TestWarehouse warehouse;
    private static TestTable table;
    private static Set<Path> before;

    @BeforeAll
    static void loadOneDeliveryAndBringAnother() {
        TestExport export = new TestExport(folder.resolve("bucket"))
                .deliver(OCTOBER, "e1", List.of(List.of(usage(OCTOBER, PAYER, 0.5), usage(OCTOBER, LABS, 7))));
        warehouse = TestWarehouse.in(folder);
        assertThat(warehouse.loadPeriod().exitCode()).isEqualTo(ExitCode.DONE);
        table = warehouse.table(TableName.LINE_ITEM);
        before = table.stored();
        export.deliver(
                OCTOBER,
                "e2",
                List.of(
                        List.of(usage(OCTOBER, PAYER, 1), usage(OCTOBER, LABS, 8), usage(OCTOBER, PAYER, 8)),
                        List.of(usage(OCTOBER, PAYER, 2.1), usage(OCTOBER, PAYER, 4.3), usage(OCTOBER, PAYER, 6.7)),
                        List.of(usage(OCTOBER, PAYER, 3.1), usage(OCTOBER, PAYER, 5.3), usage(OCTOBER, PAYER, 7.7))));
    }

    @AfterEach
    void nothingIsVisibleAndNothingStaysBehind() {
        assertThat(warehouse.lineItems()).containsExactly("2026-10 111122223333 0.5");
        assertThat(table.stored()).isEqualTo(before);
    }

    @Test
    void aMaskOfAnotherRowIsFoundByItsCost() {
        PeriodResult result = loadAnd(() -> replaceVector(0));

        assertRefused(
                result,
                ExitCode.LEDGER_UNBALANCED,
                CANNOT + "the ledger does not balance: unblended_cost of file 1 in USD: delivered 17, accounted for "
                        + "24, difference -7 (and 2 more)" + REPORT);
    }

    @Test
    void aMaskOfAnotherRowOfTheSameCostIsFoundByItsAccount() {
        PeriodResult result = loadAnd(() -> replaceVector(2));

        assertRefused(
                result,
                ExitCode.LEDGER_UNBALANCED,
                CANNOT + "rows of account 999988887777, which is not connected, would be visible" + REPORT);
    }

    @Test
    void aMaskOfMoreRowsIsFound() {
        PeriodResult result = loadAnd(() -> replaceVector(0, 1));

        assertVectorRefused(result, "DV size mismatch");
    }

    @Test
    void aVectorWithABrokenChecksumIsFound() {
        PeriodResult result = loadAnd(() -> {
            Path vector = newVector();
            byte[] bytes = read(vector);
            bytes[bytes.length - 6] ^= 1;
            write(vector, bytes);
        });

        assertVectorRefused(result, "DV checksum mismatch");
    }

    @Test
    void aMissingVectorIsFound() {
        PeriodResult result = loadAnd(() -> delete(newVector()));

        assertVectorRefused(result, "it does not exist");
    }

    @Test
    void twoCopiesInEachOthersPlaceAreFoundAlsoWhereTheyHaveTheSameSize() {
        List<Integer> sizes = new ArrayList<>();

        PeriodResult result = loadAnd(() -> {
            byte[] second = read(newCopy(2));
            byte[] third = read(newCopy(3));
            write(newCopy(2), third);
            write(newCopy(3), second);
            sizes.addAll(List.of(second.length, third.length));
        });

        assertThat(sizes.get(0)).isEqualTo(sizes.get(1));
        assertRefused(
                result,
                ExitCode.LEDGER_UNBALANCED,
                CANNOT + "the ledger does not balance: unblended_cost of file 2 in USD: delivered 13.1, accounted "
                        + "for 16.1, difference -3 (and 5 more)" + REPORT);
    }

    @Test
    void aCopyThatVanishesIsFound() {
        PeriodResult result = loadAnd(() -> delete(newCopy(2)));

        assertCopyRefused(result, 2, "java.io.FileNotFoundException: File file:<copy> does not exist");
    }

    @Test
    void aCopyThatIsCutIsFound() {
        PeriodResult result = loadAnd(() -> {
            byte[] whole = read(newCopy(1));
            write(newCopy(1), Arrays.copyOf(whole, whole.length - 100));
        });

        assertCopyRefused(
                result,
                1,
                "java.lang.RuntimeException: file:<copy> is not a Parquet file. Expected magic number at tail, but found "
                        + "[46, 48, 32, 40]");
    }

    /** Loads the second delivery, whose files are tampered with between writing and reading back. */
    private static PeriodResult loadAnd(Runnable fault) {
        return warehouse.loadPeriod(new Progress() {
            @Override
            public void reached(Step step, Partition partition) {
                if (step == Step.WRITTEN) {
                    fault.run();
                }
            }
        });
    }

    private static void assertVectorRefused(PeriodResult result, String reason) {
        assertRefused(
                result,
                ExitCode.UNEXPECTED,
                "Cannot read the masked rows in " + table.uri().replace("file://", "") + "/deletion_vector_<id>.bin: "
                        + reason
                        + ". Nothing was published; run again. If it stays, find out what changes files in the "
                        + "table's folder besides curlake.");
    }

    private static void assertCopyRefused(PeriodResult result, int number, String reason) {
        String copy = table.uri().replace("file://", "") + "/source=acme/billing_period=2026-10/part-0000" + number
                + "-<id>.parquet";
        assertRefused(
                result,
                ExitCode.DELIVERY_UNREADABLE,
                "Cannot read " + copy + ": reading ended in an error after 0 rows (" + reason.replace("<copy>", copy)
                        + "). Run again; if it stays, wait for the next delivery, or ask AWS support to deliver the "
                        + "period again.");
    }

    private static void assertRefused(PeriodResult result, ExitCode exitCode, String message) {
        assertThat(result.error().map(text -> text.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "<id>")))
                .hasValue(message);
        assertThat(result.exitCode()).isEqualTo(exitCode);
        assertThat(result.status()).isEqualTo(PeriodResult.Status.REFUSED);
    }

    /** Puts a sound vector of these rows, which has the right checksum, in the place of the new one. */
    private static void replaceVector(int... rows) {
        Path target = newVector();
        Path other = Path.of(new VectorFile(
                        table.storage(), folder.resolve("vectors").toString())
                .uri(new VectorFile(table.storage(), folder.resolve("vectors").toString())
                        .write(List.of(RoaringBitmap.bitmapOf(rows)))));
        write(target, read(other));
    }

    private static Path newVector() {
        return added(".bin");
    }

    private static Path newCopy(int number) {
        return added("part-0000" + number);
    }

    private static Path added(String name) {
        Set<Path> added = new TreeSet<>(table.stored());
        added.removeAll(before);
        added.removeIf(file -> !file.getFileName().toString().contains(name));
        if (added.size() != 1) {
            throw new IllegalStateException("not one new " + name + ": " + added);
        }
        return added.iterator().next();
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Hadoop's own checksum of a local file, which S3 does not have, would find the fault first. */
    private static void write(Path file, byte[] content) {
        try {
            Files.deleteIfExists(file.resolveSibling("." + file.getFileName() + ".crc"));
            Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
