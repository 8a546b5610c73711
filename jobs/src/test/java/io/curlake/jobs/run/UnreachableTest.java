package io.curlake.jobs.run;

import static io.curlake.jobs.run.TestLineItem.usage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.curlake.jobs.TestSpark;
import io.curlake.jobs.run.PeriodResult.Status;
import io.curlake.jobs.storage.Storage;
import io.curlake.jobs.storage.TestStores;
import io.curlake.jobs.table.Tables;
import io.curlake.model.BillingPeriod;
import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import io.curlake.model.config.ConfigFile;
import io.curlake.model.config.CurlakeConfig;
import io.curlake.sandbox.DeniedS3;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Buckets and warehouses that are not there or not open to us. */
class UnreachableTest {
    private static final BillingPeriod OCTOBER = BillingPeriod.parse("2026-10");

    @TempDir
    Path folder;

    @Test
    void aDeniedBucketIsRefusedAndTheOtherSourcesAreLoaded() {
        new TestExport(folder.resolve("bucket"))
                .deliver(OCTOBER, "e1", List.of(List.of(usage(OCTOBER, TestExport.PAYER, 1))));
        try (DeniedS3 denied = DeniedS3.start()) {
            LoadSummary summary = load(TestStores.endpoint(denied.endpoint()), """
                      - name: closed
                        payer: "999988887777"
                        export: {name: closed-cur2, bucket: closed-billing, format: cur2-parquet}
                      - name: acme
                        payer: "111122223333"
                        export: {name: acme-cur2, bucket: acme-billing, prefix: exports, format: cur2-parquet}
                        mirror: %s
                    """.formatted(folder.resolve("bucket")));

            assertThat(summary.exitCode()).isEqualTo(ExitCode.PERMISSION_DENIED);
            assertThat(summary.periods())
                    .extracting(PeriodResult::status)
                    .containsExactly(Status.REFUSED, Status.LOADED);
            assertThat(summary.periods().get(0).error())
                    .hasValue("Cannot read s3://closed-billing/closed-cur2/metadata/: access denied. Allow "
                            + "s3:GetObject, s3:ListBucket and s3:GetBucketLocation on arn:aws:s3:::closed-billing and "
                            + "arn:aws:s3:::closed-billing/*.");
        }
    }

    @Test
    void anUnknownBucketIsRefused() {
        LoadSummary summary = load(TestStores.s3("unreachable-test"), """
                  - name: acme
                    payer: "111122223333"
                    export: {name: acme-cur2, bucket: acme-biling, format: cur2-parquet}
                """);

        assertThat(summary.exitCode()).isEqualTo(ExitCode.PERMISSION_DENIED);
        assertThat(summary.periods().get(0).error())
                .hasValue(
                        "Cannot reach s3://acme-biling/acme-cur2/metadata/: there is no bucket 'acme-biling', or not in "
                                + "this account's reach. Check the bucket's name and region in the configuration.");
    }

    @Test
    void aBucketWithoutADeliveryIsRefusedAsNotDeliveredYet() {
        PeriodResult result = TestWarehouse.in(folder).loadPeriod();

        assertThat(result.exitCode()).isEqualTo(ExitCode.NOTHING_DELIVERED);
        assertThat(result.error())
                .hasValue("Cannot load 'acme': nothing is delivered at s3://acme-billing/exports/acme-cur2/ yet. A new "
                        + "export delivers within 24 hours; check bucket, prefix and name in the configuration.");
    }

    @Test
    void aWarehouseThatCannotBeWrittenIsRefused() throws IOException {
        Files.writeString(folder.resolve("file"), "");
        Path warehouse = folder.resolve("file").resolve("below");

        assertThatThrownBy(() -> TestWarehouse.in(warehouse).load())
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.exitCode()).isEqualTo(ExitCode.PERMISSION_DENIED))
                .hasMessage("Cannot write " + warehouse + "/warehouse/_lock/000000000001.json: Not a directory ("
                        + warehouse + "/warehouse). Check the path, and who may write it.");
    }

    private LoadSummary load(Storage storage, String sources) {
        CurlakeConfig config = ConfigFile.parse(
                "test.yaml", "warehouse: %s\nsources:\n%s".formatted(folder.resolve("warehouse"), sources), name -> "");
        SparkSession spark = TestSpark.session();
        Tables tables = new Tables(spark, storage, Storage.uri(config.warehouse()), java.time.Clock.systemUTC());
        return new Load(new Warehouse(spark, storage, tables, config, Clock.systemUTC()), Progress.SILENT)
                .run(LoadRequest.EVERYTHING);
    }
}
