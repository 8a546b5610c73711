package io.curlake.jobs.run;

import static io.curlake.jobs.run.TestLineItem.usage;
import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.model.BillingPeriod;
import io.curlake.model.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each test restates a loaded period with a bad delivery: it is refused, and the period stays as it was. */
class BadParquetTest {
    private static final BillingPeriod OCTOBER = BillingPeriod.parse("2026-10");
    private static final String PAYER = TestExport.PAYER;
    private static final String WEB = "000000000042";
    private static final String CANNOT = "Cannot load billing period 2026-10 of 'acme': ";
    private static final String NOT_READ = ". Nothing was published; to load the rest and keep such rows in "
            + "rejected_row, set 'on-rejected: quarantine'.";
    private static final String KEY = TestExport.key(OCTOBER, "e2", 1);

    @TempDir
    static Path folder;

    private static TestExport export;
    private static TestWarehouse warehouse;

    @BeforeAll
    static void loadAGoodDelivery() {
        export = new TestExport(folder.resolve("bucket"))
                .deliver(OCTOBER, "e1", List.of(List.of(usage(OCTOBER, PAYER, 1.5), usage(OCTOBER, WEB, 2.25))));
        warehouse = TestWarehouse.in(folder).connect(WEB);
        assertThat(warehouse.loadPeriod().exitCode()).isEqualTo(ExitCode.DONE);
    }

    @AfterEach
    void nothingWasPublished() {
        assertThat(warehouse.lineItems()).containsExactly("2026-10 000000000042 2.25", "2026-10 111122223333 1.5");
        export.deliverManifest(OCTOBER, "e1", TestExport.ARN, List.of(TestExport.key(OCTOBER, "e1", 1)));
    }

    @Test
    void aDeliveryOfAnotherExportIsRefused() {
        export.writeFile(KEY, List.of(usage(OCTOBER, PAYER, 9)), TestLineItem.SCHEMA)
                .deliverManifest(OCTOBER, "e2", "arn-2", List.of(KEY));

        assertRefused(CANNOT + "its manifest is of export 'arn-2', earlier deliveries were of '" + TestExport.ARN
                + "'. If the export was made again on purpose, run with --accept-new-export.");
    }

    @Test
    void aTruncatedFileIsRefused() throws IOException {
        export.deliver(OCTOBER, "e2", List.of(List.of(usage(OCTOBER, PAYER, 9))));
        byte[] whole = Files.readAllBytes(export.file(KEY));
        Files.write(export.file(KEY), Arrays.copyOf(whole, whole.length - 10));

        assertRefused("Cannot read " + export.file(KEY) + ": its " + (whole.length - 10) + " bytes are no complete "
                + "Parquet file. Wait for the next delivery, or ask AWS support to deliver the period again.");
    }

    @Test
    void aFileThatIsNoParquetIsRefused() {
        export.write(KEY, "a,b").deliverManifest(OCTOBER, "e2", TestExport.ARN, List.of(KEY));

        assertRefused(
                "Cannot read " + export.file(KEY) + ": its 3 bytes are no complete Parquet file. Wait for the next "
                        + "delivery, or ask AWS support to deliver the period again.");
    }

    @Test
    void aColumnOfTheWrongTypeIsRefused() {
        export.writeFile(
                        KEY,
                        List.of(usage(OCTOBER, PAYER, 9).with("line_item_unblended_cost", "9")),
                        typed("line_item_unblended_cost", DataTypes.StringType))
                .deliverManifest(OCTOBER, "e2", TestExport.ARN, List.of(KEY));

        assertRefused(CANNOT + "column 'line_item_unblended_cost' is string in " + KEY
                + " and should be double. Nothing " + "was published; ask AWS support, or recreate the export.");
    }

    @Test
    void aNewColumnWithAnotherTypeInEachFileIsRefused() {
        String second = TestExport.key(OCTOBER, "e2", 2);
        export.writeFile(
                        KEY,
                        List.of(usage(OCTOBER, PAYER, 9).with("line_item_carbon", "9")),
                        typed("line_item_carbon", DataTypes.StringType))
                .writeFile(
                        second,
                        List.of(usage(OCTOBER, PAYER, 9).with("line_item_carbon", 9.0)),
                        typed("line_item_carbon", DataTypes.DoubleType))
                .deliverManifest(OCTOBER, "e2", TestExport.ARN, List.of(KEY, second));

        assertRefused(CANNOT + "column 'line_item_carbon' is double in " + second + " and should be string as in the "
                + "files before it. Nothing was published; ask AWS support, or recreate the export.");
    }

    @Test
    void aRowOfAnotherPeriodIsRejected() {
        Timestamp september = Timestamp.from(BillingPeriod.parse("2026-09").start());
        export.deliver(
                OCTOBER,
                "e2",
                List.of(List.of(
                        usage(OCTOBER, PAYER, 1),
                        usage(OCTOBER, PAYER, 9).with("bill_billing_period_start_date", september))));

        assertRefused(CANNOT + "1 row cannot be read, first " + KEY + ", line 2: bill_billing_period_start_date is "
                + "2026-09-01 00:00:00 UTC, outside billing period 2026-10" + NOT_READ);
    }

    @ParameterizedTest
    @CsvSource({"NaN, NaN", "-Infinity, -Infinity"})
    void aCostThatIsNoAmountIsRejected(double cost, String text) {
        export.deliver(OCTOBER, "e2", List.of(List.of(usage(OCTOBER, PAYER, 1).with("line_item_blended_cost", cost))));

        assertRefused(CANNOT + "1 row cannot be read, first " + KEY + ", line 1: line_item_blended_cost is " + text
                + ", no amount" + NOT_READ);
    }

    @Test
    void anAccountIdThatLostItsLeadingZerosIsRejected() {
        export.deliver(
                OCTOBER,
                "e2",
                List.of(List.of(usage(OCTOBER, PAYER, 1)), List.of(usage(OCTOBER, "42", 2), usage(OCTOBER, "42", 3))));

        assertRefused(CANNOT + "2 rows cannot be read, first " + TestExport.key(OCTOBER, "e2", 2) + ", line 1: "
                + "line_item_usage_account_id is '42', no account id of 12 digits (were leading zeros lost?)"
                + NOT_READ);
    }

    private static void assertRefused(String message) {
        PeriodResult result = warehouse.loadPeriod();

        assertThat(result.error()).hasValue(message);
        assertThat(result.exitCode()).isEqualTo(ExitCode.DELIVERY_UNREADABLE);
        assertThat(result.status()).isEqualTo(PeriodResult.Status.REFUSED);
    }

    private static StructType typed(String column, DataType type) {
        StructType others = new StructType(Arrays.stream(TestLineItem.SCHEMA.fields())
                .filter(field -> !field.name().equals(column))
                .toArray(StructField[]::new));
        return others.add(column, type, false);
    }
}
