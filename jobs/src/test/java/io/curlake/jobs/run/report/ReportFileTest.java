package io.curlake.jobs.run.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.curlake.jobs.storage.Storage;
import io.curlake.jobs.storage.TestStores;
import io.curlake.model.Refusal;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A report in a bucket; ReportCommandTest writes to a disk. */
class ReportFileTest {
    private static final Instant FIRST = Instant.parse("2026-11-28T06:00:00Z");
    private static final Instant SECOND = Instant.parse("2026-11-29T06:00:00Z");

    private final Storage storage = TestStores.s3("report-file");

    @Test
    void theNextReportReplacesTheOneThatIsThere() {
        ReportFile report = file("s3://report-file/finance/spend.html");
        assertThat(report.madeBefore()).isEmpty();

        assertThat(report.write(page(FIRST, "£"))).isEqualTo(page(FIRST, "£").getBytes(UTF_8).length);
        assertThat(report.madeBefore()).contains(FIRST);
        report.write(page(SECOND, "€"));

        assertThat(report.madeBefore()).contains(SECOND);
        assertThat(storage.read("s3a://report-file/finance/spend.html"))
                .asString(UTF_8)
                .isEqualTo(page(SECOND, "€"));
        assertThat(storage.files("s3a://report-file/finance")).hasSize(1);
    }

    @Test
    void whatIsNoReportStays() {
        storage.write("s3a://report-file/notes.html", "<p>notes".getBytes(UTF_8));

        assertRefused(
                "s3://report-file/notes.html",
                "Cannot write a report to 's3://report-file/notes.html': the file that is there is no report. "
                        + "Choose another name with --out, or remove it.");
        assertThat(storage.read("s3a://report-file/notes.html")).asString(UTF_8).isEqualTo("<p>notes");
    }

    @Test
    void aPrefixWithObjectsIsAFolder() {
        storage.write("s3a://report-file/archive/2026.html", new byte[1]);

        assertRefused(
                "s3://report-file/archive",
                "Cannot write a report to 's3://report-file/archive': that is a folder. Name a file in it with --out.");
    }

    @Test
    void aNameIsNeeded() {
        assertThatThrownBy(() -> file("s3://report-file/archive/"))
                .isInstanceOf(Refusal.class)
                .hasMessage("Cannot write a report to 's3://report-file/archive/': that is no name of a file. Name one "
                        + "with --out.");
    }

    private void assertRefused(String out, String message) {
        assertThatThrownBy(() -> file(out).madeBefore())
                .isInstanceOf(Refusal.class)
                .hasMessage(message);
    }

    private ReportFile file(String out) {
        return new ReportFile(storage, out);
    }

    private static String page(Instant made, String currency) {
        return "<!doctype html><!-- curlake report, made " + made + " --><p>12.34 " + currency;
    }
}
