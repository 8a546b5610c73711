package io.curlake.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.export.text.CsvFiles;
import io.curlake.model.BillingPeriod;
import io.curlake.model.ExitCode;
import io.curlake.model.ExportFormat;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each test restates a loaded period of a legacy report with a bad delivery: it is refused, and the period stays. */
class BadCsvTest {
    private static final BillingPeriod OCTOBER = BillingPeriod.parse("2026-10");
    private static final String HEADER = "bill/BillingPeriodStartDate,lineItem/UsageAccountId,lineItem/LineItemType,"
            + "lineItem/CurrencyCode,lineItem/UnblendedCost\n";
    private static final String GOOD = "2026-10-01T00:00:00Z,111122223333,Usage,USD,1.5\n";
    private static final String KEY = "exports/acme-cur2/20261001-20261101/a2/acme-cur2-00001.csv.gz";

    @TempDir
    static Path folder;

    private static TestCsvExport export;
    private static TestWarehouse warehouse;

    @BeforeAll
    static void loadAGoodDelivery() {
        export = new TestCsvExport(folder.resolve("bucket"), ExportFormat.LEGACY_CSV);
        export.deliver(OCTOBER, "a1", HEADER + GOOD);
        warehouse = TestWarehouse.in(folder, ExportFormat.LEGACY_CSV, "");
        assertThat(warehouse.loadPeriod().exitCode()).isEqualTo(ExitCode.DONE);
    }

    @AfterEach
    void nothingWasPublished() {
        assertThat(warehouse.lineItems()).containsExactly("2026-10 111122223333 1.5");
        export.deliver(OCTOBER, "a1", HEADER + GOOD);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-10-01T00:00:00Z,111122223333,Usage,USD     | row has 4 fields, the header has 5",
                "2026-10-01T00:00:00Z,111122223333,Usage,USD,1,2 | row has 6 fields, the header has 5",
                "2026-10-01T00:00:00Z,111122223333,Usage,USD,1.5.0 | line_item_unblended_cost is '1.5.0', no number",
                "yesterday,111122223333,Usage,USD,1               | bill_billing_period_start_date is 'yesterday', no date",
                "2026-09-01T00:00:00Z,111122223333,Usage,USD,1 | bill_billing_period_start_date is 2026-09-01 00:00:00 UTC, outside billing period 2026-10",
                "2026-10-01T00:00:00Z,42,Usage,USD,1 | line_item_usage_account_id is '42', no account id of 12 digits (were leading zeros lost?)",
            })
    void aRowThatCannotBeReadStopsItsPeriod(String row, String reason) {
        export.deliver(OCTOBER, "a2", HEADER + GOOD + row + "\n" + GOOD);

        assertRefused("Cannot load billing period 2026-10 of 'acme': 1 row cannot be read, first " + KEY + ", line 3: "
                + reason + ". Nothing was published; to load the rest and keep such rows in rejected_row, set "
                + "'on-rejected: quarantine'.");
    }

    @Test
    void aTruncatedFileIsRefused() {
        byte[] whole = CsvFiles.gzip((HEADER + GOOD).getBytes(StandardCharsets.UTF_8));
        export.deliverStored(OCTOBER, "a2", List.of(CsvFiles.cut(whole, whole.length - 3)));

        PeriodResult result = warehouse.loadPeriod();

        assertThat(result.error().orElseThrow())
                .matches(
                        "Cannot read " + export.file(KEY) + ": the gzip stream ends early, after (the start|line \\d); "
                                + "the file is truncated\\. Copy the file again if it is a copy; otherwise wait for the next "
                                + "delivery of the period\\.");
        assertThat(result.exitCode()).isEqualTo(ExitCode.DELIVERY_UNREADABLE);
    }

    @Test
    void aFileWithoutAHeaderIsRefused() {
        export.deliver(OCTOBER, "a2", "");

        assertRefused("Cannot read " + export.file(KEY) + ": the file is empty. Copy the file again if it is a copy; "
                + "otherwise wait for the next delivery of the period.");
    }

    @Test
    void aColumnThatStandsTwiceInTheHeaderIsRefused() {
        export.deliver(OCTOBER, "a2", "lineItem/UnblendedCost,lineItem/UsageAccountId,lineItem/UnblendedCost\n");

        assertRefused("Cannot read " + export.file(KEY) + ": its header has the column 'lineItem/UnblendedCost' twice. "
                + "Copy the file again if it is a copy; otherwise wait for the next delivery of the period.");
    }

    @Test
    void aDeliveryWithoutAColumnThatTheProofNeedsIsRefused() {
        export.deliver(OCTOBER, "a2", HEADER.replace(",lineItem/CurrencyCode", ""));

        assertRefused("Cannot load billing period 2026-10 of 'acme': no file has the column 'line_item_currency_code', "
                + "and without it nothing can be proved. Select it in the export's query.");
    }

    private static void assertRefused(String message) {
        PeriodResult result = warehouse.loadPeriod();

        assertThat(result.error()).hasValue(message);
        assertThat(result.exitCode()).isEqualTo(ExitCode.DELIVERY_UNREADABLE);
        assertThat(result.status()).isEqualTo(PeriodResult.Status.REFUSED);
    }
}
