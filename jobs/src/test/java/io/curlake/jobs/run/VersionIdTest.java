package io.curlake.jobs.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.TestSpark;
import io.curlake.jobs.run.due.Patience;
import io.curlake.jobs.storage.Storage;
import io.curlake.jobs.storage.copy.S3Requests;
import io.curlake.jobs.table.TableName;
import io.curlake.jobs.table.Tables;
import io.curlake.model.BillingPeriod;
import io.curlake.model.config.ConfigFile;
import io.curlake.model.config.CurlakeConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bucket with versioning; the ids are put into the answers of an S3 server that has none. */
class VersionIdTest {
    private static final BillingPeriod OCTOBER = BillingPeriod.parse("2026-10");
    private static final String BUCKET = "acme-versioned";

    @TempDir
    Path folder;

    @AfterEach
    void forget() {
        S3Requests.forget();
    }

    @Test
    void theVersionIdOfEveryFileAndOfTheManifestIsRecorded() throws IOException {
        S3Requests.forget();
        Storage storage = S3Requests.seen(BUCKET);
        deliver(storage);
        S3Requests.versioned("3sL4kqtJlcpXroDTDmJ");

        LoadSummary summary = load(storage);

        assertThat(summary.exitCode().code()).as(summary.toString()).isZero();
        Row delivery = tables(storage).rows(TableName.DELIVERY).get(0);
        assertThat(delivery.<String>getAs("manifest_version_id")).isEqualTo("3sL4kqtJlcpXroDTDmJ");
        assertThat(delivery.<Row>getList(delivery.fieldIndex("files")))
                .extracting(file -> file.<String>getAs("version_id"))
                .containsExactly("3sL4kqtJlcpXroDTDmJ");
    }

    @Test
    void theSameContentUnderAnotherVersionIdIsNoNewDelivery() throws IOException {
        S3Requests.forget();
        Storage storage = S3Requests.seen(BUCKET);
        deliver(storage);
        S3Requests.versioned("null");
        load(storage);
        assertThat(tables(storage).rows(TableName.DELIVERY).get(0).<String>getAs("manifest_version_id"))
                .isNull();

        S3Requests.versioned("QUpfdndhfd8438MNFDN9");

        assertThat(load(storage).count(PeriodResult.Status.UNCHANGED)).isEqualTo(1);
    }

    private void deliver(Storage storage) throws IOException {
        TestExport export = new TestExport(folder.resolve("bucket"))
                .deliver(OCTOBER, "e1", List.of(List.of(TestLineItem.usage(OCTOBER, TestExport.PAYER, 1))));
        String key = TestExport.key(OCTOBER, "e1", 1);
        storage.write(uri(key), Files.readAllBytes(export.file(key)));
        String manifest = Files.readString(export.file(TestExport.manifestKey(OCTOBER)));
        storage.write(
                uri(TestExport.manifestKey(OCTOBER)),
                manifest.replace("s3://acme-billing/", "s3://" + BUCKET + "/").getBytes(UTF_8));
    }

    private static String uri(String key) {
        return "s3a://" + BUCKET + "/" + key;
    }

    private LoadSummary load(Storage storage) {
        SparkSession spark = TestSpark.session();
        storage.settings().forEach(setting -> {
            if (setting.getKey().startsWith("fs.s3a.")) {
                spark.sparkContext().hadoopConfiguration().set(setting.getKey(), setting.getValue());
            }
        });
        Warehouse warehouse = new Warehouse(spark, storage, tables(storage), config(), Clock.systemUTC());
        return new Load(warehouse, Progress.SILENT, Patience.NONE).run(LoadRequest.EVERYTHING);
    }

    private Tables tables(Storage storage) {
        return new Tables(TestSpark.session(), storage, Storage.uri(config().warehouse()), Clock.systemUTC());
    }

    private CurlakeConfig config() {
        return ConfigFile.parse("test.yaml", """
                warehouse: %s
                sources:
                  - name: acme
                    payer: "111122223333"
                    export: {name: acme-cur2, bucket: %s, prefix: exports, format: cur2-parquet}
                """.formatted(folder.resolve("warehouse"), BUCKET), name -> "");
    }
}
