package io.curlake.jobs.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.curlake.jobs.storage.Storage;
import io.curlake.model.BillingPeriod;
import io.curlake.model.ExitCode;
import io.curlake.model.ExportFormat;
import io.curlake.model.Refusal;
import io.curlake.model.config.ConfigFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryFinderTest {
    private static final BillingPeriod OCTOBER = BillingPeriod.parse("2026-10");
    private static final String CANNOT = "Cannot load billing period 2026-10 of 'acme': ";
    private static final String METADATA = "exports/acme-cur2/metadata/BILLING_PERIOD=2026-10/";
    private static final String DATA = "exports/acme-cur2/data/BILLING_PERIOD=2026-10/";

    @TempDir
    Path bucket;

    @Test
    void aDeliveryIsTheFilesOfItsManifestInTheirOrder() throws IOException {
        write(DATA + "2026-11-02T13:14:43.337Z-e1/acme-cur2-00001.snappy.parquet", "first");
        write(DATA + "2026-11-02T13:14:43.337Z-e1/acme-cur2-00002.snappy.parquet", "second");
        write(DATA + "2026-11-02T13:14:43.337Z-e1/acme-cur2-00003.snappy.parquet", "not listed");
        manifest(
                "e1",
                DATA + "2026-11-02T13:14:43.337Z-e1/acme-cur2-00002.snappy.parquet",
                DATA + "2026-11-02T13:14:43.337Z-e1/acme-cur2-00001.snappy.parquet");

        Delivery delivery = cur2().pin(OCTOBER);

        assertThat(delivery.id()).isEqualTo("e1");
        assertThat(delivery.manifest().exportId()).isEqualTo("arn-1");
        assertThat(delivery.bytes()).isEqualTo(11);
        assertThat(delivery.files()).extracting(DeliveryFile::number).containsExactly(1, 2);
        assertThat(delivery.file(1).key()).endsWith("acme-cur2-00002.snappy.parquet");
    }

    @Test
    void periodsAreTheFoldersWithThatNameNewestFirst() throws IOException {
        write("exports/acme-cur2/metadata/BILLING_PERIOD=2026-09/acme-cur2-Manifest.json", "{}");
        write("exports/acme-cur2/metadata/BILLING_PERIOD=2026-10/acme-cur2-Manifest.json", "{}");
        write("exports/acme-cur2/metadata/BILLING_PERIOD=2026-13/acme-cur2-Manifest.json", "{}");
        write("exports/acme-cur2/metadata/create-hive-table/table.sql", "");
        write("exports/acme-cur2/20260801-20260901/acme-cur2-Manifest.json", "{}");
        write("exports/acme-cur2/20260801-20260831/acme-cur2-Manifest.json", "{}");

        assertThat(cur2().periods()).hasToString("[2026-10, 2026-09]");
        assertThat(finder(ExportFormat.LEGACY_CSV).periods()).hasToString("[2026-08]");
    }

    @ParameterizedTest
    @CsvSource({
        "LEGACY_CSV, 20261001-20261101/a1/acme-cur2-00001.csv.gz",
        "LEGACY_CSV, 20261001-20261101/acme-cur2-00001.csv.zip",
        "LEGACY_PARQUET, acme-cur2/year=2026/month=10/acme-cur2-00001.snappy.parquet",
    })
    void aLegacyReportIsFoundByItsFolders(ExportFormat format, String key) throws IOException {
        write("exports/acme-cur2/" + key, "rows");
        legacyManifest("exports/acme-cur2/" + key);

        Delivery delivery = finder(format).pin(OCTOBER);

        assertThat(delivery.id()).isEqualTo("a1");
        assertThat(delivery.manifest().exportId()).isEqualTo("report-1");
        assertThat(delivery.file(1).key()).isEqualTo("exports/acme-cur2/" + key);
    }

    @Test
    void aPeriodWithoutAManifestIsRefused() {
        assertRefused(
                () -> cur2().pin(OCTOBER),
                ExitCode.NOTHING_DELIVERED,
                CANNOT + "no manifest at " + bucket + "/" + METADATA + ". A new export delivers within 24 hours; check "
                        + "bucket, prefix and name in the configuration.");
    }

    @Test
    void aListedObjectThatDoesNotExistIsRefused() throws IOException {
        manifest("e1", DATA + "acme-cur2-00001.snappy.parquet");

        assertUnreadable(CANNOT + "the manifest lists " + bucket + "/" + DATA + "acme-cur2-00001.snappy.parquet, which "
                + "does not exist. Run again after the next delivery; if it stays missing, look for a lifecycle rule "
                + "or a person that removes objects.");
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        write(DATA + "acme-cur2-00001.snappy.parquet", "");
        manifest("e1", DATA + "acme-cur2-00001.snappy.parquet");

        assertUnreadable(CANNOT + "the manifest lists " + bucket + "/" + DATA + "acme-cur2-00001.snappy.parquet, which "
                + "is empty. Run again after the next delivery.");
    }

    @Test
    void aFileOfAnotherPeriodIsRefused() throws IOException {
        String september = "exports/acme-cur2/data/BILLING_PERIOD=2026-09/acme-cur2-00001.snappy.parquet";
        write(september, "rows");
        manifest("e1", september);

        assertUnreadable(CANNOT + "the manifest lists '" + september + "', which belongs to another period. Ask AWS "
                + "support to deliver the period again.");
    }

    @Test
    void aFileOfAnotherDeliveryIsRefused() throws IOException {
        String old = DATA + "2026-11-02T13:14:43.337Z-e1/acme-cur2-00001.snappy.parquet";
        write(old, "rows");
        manifest("e2", old);

        assertUnreadable(CANNOT + "the manifest lists '" + old + "', which belongs to another delivery than e2. Run "
                + "again after the next delivery.");
    }

    @Test
    void aFileOfAnotherFormatIsRefused() throws IOException {
        write(DATA + "acme-cur2-00001.csv.gz", "rows");
        manifest("e1", DATA + "acme-cur2-00001.csv.gz");

        assertUnreadable(CANNOT + "the manifest lists '" + DATA + "acme-cur2-00001.csv.gz', and the configuration says "
                + "format cur2-parquet. Correct 'format' of the source's export.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[                                   | it is no JSON",
                "{\"dataFiles\":[]}                  | it has no 'executionId'",
                "{\"executionId\":\"e1\",\"exportArn\":null,\"dataFiles\":[]} | it has no 'exportArn'",
                "{\"assemblyId\":\"a1\"}             | it has no 'dataFiles'",
                "{\"dataFiles\":[\"s3://other/a.parquet\"]} | it lists 's3://other/a.parquet', which is not in bucket 'acme-billing'",
            })
    void aManifestThatCannotBeReadIsRefused(String content, String reason) throws IOException {
        write(METADATA + "acme-cur2-Manifest.json", content);

        assertUnreadable("Cannot read manifest " + bucket.resolve(METADATA) + "/acme-cur2-Manifest.json: " + reason
                + ". Check 'format' and 'bucket' of the source's export in the configuration.");
    }

    @Test
    void aFileThatChangesOrVanishesAfterItWasPinnedIsRefused() throws IOException {
        String key = DATA + "acme-cur2-00001.snappy.parquet";
        write(key, "rows");
        manifest("e1", key);
        DeliveryFinder finder = cur2();
        Delivery delivery = finder.pin(OCTOBER);
        finder.checkUnchanged(delivery);

        write(key, "other rows");

        assertRefused(() -> finder.checkUnchanged(delivery), ExitCode.DELIVERY_UNREADABLE, changed(key));
        Files.delete(bucket.resolve(key));
        assertRefused(() -> finder.checkUnchanged(delivery), ExitCode.DELIVERY_UNREADABLE, changed(key));
    }

    @Test
    void aManifestThatChangesAfterItWasPinnedIsRefused() throws IOException {
        manifest("e1");
        DeliveryFinder finder = cur2();
        Delivery delivery = finder.pin(OCTOBER);

        manifest("e2");

        assertRefused(
                () -> finder.checkUnchanged(delivery),
                ExitCode.DELIVERY_UNREADABLE,
                changed(METADATA + "acme-cur2-Manifest.json"));
        finder.checkStillThere(delivery);
    }

    @Test
    void onlyAHalfWrittenDeliveryIsTorn() {
        DeliveryErrors errors = cur2().errors(OCTOBER);

        assertThat(Stream.of(errors.changed("f"), errors.missing("f"), errors.empty("f"))
                        .flatMap(refusal -> TornDelivery.in(refusal).stream())
                        .map(Throwable::getMessage))
                .containsExactly(
                        "f changed while it was read",
                        "the manifest lists f, which does not exist",
                        "the manifest lists f, which is empty");
        assertThat(Stream.of(errors.unbalanced(List.of("rows")), errors.rejectedRows(1, "f"), errors.otherPeriod("f"))
                        .flatMap(refusal -> TornDelivery.in(refusal).stream()))
                .isEmpty();
    }

    private String changed(String key) {
        return CANNOT + bucket.resolve(key)
                + " changed while it was read: AWS is delivering. Nothing was published; run "
                + "again in some minutes. An export with create-new delivery never changes under a reader.";
    }

    private DeliveryFinder cur2() {
        return finder(ExportFormat.CUR2_PARQUET);
    }

    private DeliveryFinder finder(ExportFormat format) {
        return new DeliveryFinder(
                new Storage(new Configuration()),
                ConfigFile.parse("test.yaml", """
                        warehouse: /nowhere
                        sources:
                          - name: acme
                            payer: "111122223333"
                            export: {name: acme-cur2, bucket: acme-billing, prefix: exports, format: %s}
                            mirror: %s
                        """.formatted(format, bucket), name -> "")
                        .source("acme"));
    }

    private void manifest(String executionId, String... keys) throws IOException {
        String files =
                keys.length == 0 ? "" : "\"s3://acme-billing/" + String.join("\",\"s3://acme-billing/", keys) + "\"";
        write(
                METADATA + "acme-cur2-Manifest.json",
                "{\"executionId\":\"%s\",\"exportArn\":\"arn-1\",\"dataFiles\":[%s]}".formatted(executionId, files));
    }

    private void legacyManifest(String key) throws IOException {
        write(
                "exports/acme-cur2/20261001-20261101/acme-cur2-Manifest.json",
                "{\"assemblyId\":\"a1\",\"reportId\":\"report-1\",\"reportKeys\":[\"%s\"]}".formatted(key));
    }

    private void write(String key, String content) throws IOException {
        Path file = bucket.resolve(key);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private void assertUnreadable(String message) {
        assertRefused(() -> cur2().pin(OCTOBER), ExitCode.DELIVERY_UNREADABLE, message);
    }

    private static void assertRefused(ThrowingCallable call, ExitCode exitCode, String message) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.exitCode()).isEqualTo(exitCode))
                .hasMessage(message);
    }
}
