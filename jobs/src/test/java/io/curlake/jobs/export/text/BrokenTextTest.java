package io.curlake.jobs.export.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.curlake.jobs.TestSpark;
import io.curlake.jobs.export.Refusals;
import io.curlake.jobs.export.text.rows.TextRows;
import io.curlake.jobs.export.text.scan.TextScan;
import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokenTextTest {
    private static final String NEXT_STEP =
            " Copy the file again if it is a copy; otherwise wait for the next delivery of the period.";

    @TempDir
    Path folder;

    private CsvFiles files;

    @BeforeEach
    void openFolder() {
        files = new CsvFiles(folder);
    }

    @Test
    void aTruncatedGzipIsRefusedWithALineThatWasSurelyRead() {
        byte[] whole = CsvFiles.gzip(("a,b\n" + noise(40_000)).getBytes(StandardCharsets.UTF_8));

        String uri = files.write("a.csv.gz", CsvFiles.cut(whole, whole.length - 3));

        assertThat(rowsFailure(uri).getMessage())
                .matches("Cannot read .*: the gzip stream ends early, after line 39\\d{3}; the file is truncated\\."
                        + NEXT_STEP);
    }

    @Test
    void aGzipThatEndsAtOnceIsRefused() {
        byte[] whole = CsvFiles.gzip("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));

        String uri = files.write("a.csv.gz", CsvFiles.cut(whole, 12));

        assertRowsRefused(uri, "the gzip stream ends early, after the start; the file is truncated");
        assertScanRefused(uri, "the gzip stream ends early, after the start; the file is truncated");
    }

    @Test
    void aGzipWithAFlippedBitIsRefused() {
        byte[] stored = CsvFiles.gzip("a,b\n1,2\n3,4\n".getBytes(StandardCharsets.UTF_8));
        stored[stored.length - 8] ^= 1;

        String uri = files.write("a.csv.gz", stored);

        assertRowsRefused(
                uri, "the gzip stream is corrupt after the start (Gzip-compressed data is corrupt (CRC32 error).)");
    }

    @Test
    void aTruncatedZipIsRefused() {
        byte[] whole = CsvFiles.zip("a,b\n" + noise(40_000));

        String uri = files.write("a.zip", CsvFiles.cut(whole, whole.length / 2));

        assertThat(rowsFailure(uri).getMessage())
                .matches("Cannot read .*: the zip stream ends early, after line \\d+; the file is truncated\\."
                        + NEXT_STEP);
    }

    @Test
    void aZipCutBetweenItsEntriesIsRefused() {
        byte[] one = CsvFiles.zip("a,b\n1,2\n");
        byte[] two = CsvFiles.zip("a,b\n1,2\n", "a,b\n3,4\n");
        int firstEntry = new String(two, StandardCharsets.ISO_8859_1).indexOf("PK\3\4", 4);

        String uri = files.write("a.zip", CsvFiles.cut(two, firstEntry));

        assertThat(one.length).isGreaterThan(firstEntry);
        assertRowsRefused(uri, "the zip stream ends early, after line 2; the file is truncated");
        assertScanRefused(uri, "the zip stream ends early, after row 1; the file is truncated");
    }

    @Test
    void csvFilesOfAZipWithDifferentHeadersAreRefused() {
        String uri = files.write("a.zip", CsvFiles.zip("a,b\n1,2\n", "b,a\n3,4\n"));

        assertRowsRefused(uri, "the CSV files in the zip have different headers");
        assertScanRefused(uri, "the CSV files in the zip have different headers");
    }

    @Test
    void aQuoteThatNeverClosesIsRefused() {
        String uri = files.write("a.csv", "a,b\n1,2\n3,\"4\n5,6\n");

        assertRowsRefused(uri, "the record of line 3 has a quote that never closes");
        assertScanRefused(uri, "row 2 has a quote that never closes");
    }

    @Test
    void textBehindAClosingQuoteIsRefused() {
        String uri = files.write("a.csv", "a,b\n1,2\n3,\"4\"5\n");

        assertRowsRefused(uri, "the record of line 3 is badly quoted");
        assertScanRefused(uri, "row 2 is badly quoted");
    }

    @Test
    void bytesThatAreNoUtf8AreRefusedWhereverTheyStand() {
        String lines = "a,b\n" + "1,é\n".repeat(20_000) + "2,";
        byte[] text = (lines + "\u00e9\n3,4\n").getBytes(StandardCharsets.ISO_8859_1);

        String uri = files.write("a.csv", withUtf8Before(text, lines));

        assertRowsRefused(uri, "the record of line 20002 holds bytes that are no UTF-8");
    }

    @Test
    void aCharacterCutOffByTheEndOfTheFileIsRefused() {
        String uri = files.write("a.csv", new byte[] {'a', ',', 'b', '\n', 'c', '\n', (byte) 0xe2, (byte) 0x82});

        assertRowsRefused(uri, "the record of line 3 holds bytes that are no UTF-8");
    }

    @Test
    void aHeaderThatChangedSinceItWasReadIsRefused() {
        TextFile file = files.file(1, "a.csv", "a,b\n1,2\n");
        files.write("a.csv", "b,a\n1,2\n");

        assertThat(rowsFailure(file).getMessage())
                .isEqualTo("Cannot read " + CsvFiles.shown(file.uri())
                        + ": its header changed while the delivery was read." + NEXT_STEP);
    }

    private static byte[] withUtf8Before(byte[] text, String lines) {
        byte[] start = lines.getBytes(StandardCharsets.UTF_8);
        int rest = text.length - lines.length();
        byte[] all = CsvFiles.cut(start, start.length + rest);
        System.arraycopy(text, lines.length(), all, start.length, rest);
        return all;
    }

    private static String noise(int lines) {
        Random random = new Random(1);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines; i++) {
            text.append(random.nextLong()).append(",x\n");
        }
        return text.toString();
    }

    private void assertRowsRefused(String uri, String reason) {
        Refusal refusal = rowsFailure(uri);

        assertThat(refusal.exitCode()).isEqualTo(ExitCode.DELIVERY_UNREADABLE);
        assertThat(refusal).hasMessage("Cannot read " + CsvFiles.shown(uri) + ": " + reason + "." + NEXT_STEP);
    }

    private void assertScanRefused(String uri, String reason) {
        TextFile file = new TextFile(1, uri, 1, List.of("a", "b"));
        Throwable failure = catchThrowable(() -> TextScan.of(TestSpark.session(), files.storage(), List.of(file)));

        assertThat(Refusals.in(failure).orElseThrow())
                .hasMessage("Cannot read " + CsvFiles.shown(uri) + ": " + reason + "." + NEXT_STEP);
    }

    private Refusal rowsFailure(String uri) {
        return rowsFailure(new TextFile(1, uri, 1, List.of("a", "b")));
    }

    private Refusal rowsFailure(TextFile file) {
        Throwable failure = catchThrowable(
                () -> TextRows.read(TestSpark.session(), files.storage(), List.of(file), TextDialect.CUR2)
                        .collectAsList());
        return Refusals.in(failure).orElseThrow(() -> new AssertionError("no refusal", failure));
    }
}
