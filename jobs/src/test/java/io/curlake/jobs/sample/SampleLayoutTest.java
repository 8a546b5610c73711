package io.curlake.jobs.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.curlake.jobs.TestSpark;
import io.curlake.jobs.storage.Storage;
import io.curlake.model.BillingPeriod;
import io.curlake.model.ExportFormat;
import io.curlake.model.config.ExportConfig.Delivery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleLayoutTest {
    private static final String CUR2_FOLDER = "2026-11-01T02:43:44.587Z-8c282e42-5c42-4f90-af07-cb7c5d9616d7";

    @TempDir
    Path bucket;

    private final SparkSession spark = TestSpark.session();
    private final Storage storage = new Storage(spark.sparkContext().hadoopConfiguration());

    @Test
    void cur2CreateNewHasAFolderForEveryDeliveryAndAPointerBesideThem() throws IOException {
        Sample.write(spark, storage, spec(ExportFormat.CUR2_PARQUET, Delivery.CREATE_NEW));

        String data = "exports/acme-export/data/BILLING_PERIOD=2026-10/" + CUR2_FOLDER + "/";
        String metadata = "exports/acme-export/metadata/BILLING_PERIOD=2026-10/";
        assertThat(keys())
                .containsExactly(
                        data + "acme-export-00001.snappy.parquet",
                        data + "acme-export-00002.snappy.parquet",
                        metadata + CUR2_FOLDER + "/acme-export-Manifest.json",
                        metadata + "acme-export-Manifest.json",
                        "exports/acme-export/truth.json");
        JsonNode manifest = json(metadata + "acme-export-Manifest.json");
        assertThat(Files.readString(bucket.resolve(metadata + CUR2_FOLDER + "/acme-export-Manifest.json")))
                .isEqualTo(Files.readString(bucket.resolve(metadata + "acme-export-Manifest.json")));
        assertThat(manifest.fieldNames())
                .toIterable()
                .containsExactly("executionId", "exportArn", "columns", "dataFiles", "additionalOutputFiles");
        assertThat(CUR2_FOLDER).endsWith(manifest.get("executionId").asText());
        assertThat(manifest.get("columns")).hasSize(127);
        assertThat(manifest.get("columns").get(0).toString())
                .isEqualTo("{\"name\":\"bill_bill_type\",\"type\":\"string\"}");
        assertThat(manifest.get("dataFiles").get(1).asText())
                .isEqualTo("s3://" + bucket.getFileName() + "/" + data + "acme-export-00002.snappy.parquet");
    }

    @Test
    void cur2OverwriteHasOneManifestAndFilesInThePeriodsFolder() throws IOException {
        Sample.write(spark, storage, spec(ExportFormat.CUR2_CSV, Delivery.OVERWRITE));

        assertThat(keys())
                .containsExactly(
                        "exports/acme-export/data/BILLING_PERIOD=2026-10/acme-export-00001.csv.gz",
                        "exports/acme-export/data/BILLING_PERIOD=2026-10/acme-export-00002.csv.gz",
                        "exports/acme-export/metadata/BILLING_PERIOD=2026-10/acme-export-Manifest.json",
                        "exports/acme-export/truth.json");
    }

    @Test
    void legacyCreateNewHasAFolderForEveryAssemblyInTheMonthsFolder() throws IOException {
        Sample.write(
                spark,
                storage,
                spec(ExportFormat.LEGACY_CSV, Delivery.CREATE_NEW).with(SampleVariant.ZIP));

        String month = "exports/acme-export/20261001-20261101/";
        assertThat(keys())
                .containsExactly(
                        month + "20261101T024344Z/acme-export-00001.zip",
                        month + "20261101T024344Z/acme-export-00002.zip",
                        month + "20261101T024344Z/acme-export-Manifest.json",
                        month + "acme-export-Manifest.json",
                        "exports/acme-export/truth.json");
        JsonNode manifest = json(month + "acme-export-Manifest.json");
        assertThat(manifest.get("assemblyId").asText()).isEqualTo("20261101T024344Z");
        assertThat(manifest.get("compression").asText()).isEqualTo("ZIP");
        assertThat(manifest.get("reportId").asText()).matches("[0-9a-f]{64}");
        assertThat(manifest.get("billingPeriod").toString())
                .isEqualTo("{\"start\":\"20261001T000000.000Z\",\"end\":\"20261101T000000.000Z\"}");
        assertThat(manifest.get("reportKeys").get(0).asText())
                .isEqualTo(month + "20261101T024344Z/acme-export-00001.zip");
        assertThat(manifest.get("bucket").asText()).isEqualTo(String.valueOf(bucket.getFileName()));
    }

    @Test
    void legacyOverwriteHasFilesAndManifestInTheMonthsFolder() throws IOException {
        Sample.write(spark, storage, spec(ExportFormat.LEGACY_CSV, Delivery.OVERWRITE));

        String month = "exports/acme-export/20261001-20261101/";
        assertThat(keys())
                .containsExactly(
                        month + "acme-export-00001.csv.gz",
                        month + "acme-export-00002.csv.gz",
                        month + "acme-export-Manifest.json",
                        "exports/acme-export/truth.json");
    }

    @Test
    void legacyParquetLiesUnderTheReportsNameTwiceWithUnpaddedMonths() throws IOException {
        SampleSpec spec =
                spec(ExportFormat.LEGACY_PARQUET, Delivery.OVERWRITE).withLastPeriod(BillingPeriod.parse("2026-08"));

        Sample.write(spark, storage, spec);

        assertThat(keys())
                .containsExactly(
                        "exports/acme-export/20260801-20260901/acme-export-Manifest.json",
                        "exports/acme-export/acme-export/year=2026/month=8/acme-export-00001.snappy.parquet",
                        "exports/acme-export/acme-export/year=2026/month=8/acme-export-00002.snappy.parquet",
                        "exports/acme-export/truth.json");
    }

    private SampleSpec spec(ExportFormat format, Delivery delivery) {
        return SampleSpec.into(bucket.toString())
                .withSize(4, 1, 300)
                .withFormat(format, delivery)
                .withRowsPerFile(200);
    }

    private JsonNode json(String key) throws IOException {
        return new ObjectMapper().readTree(Files.readAllBytes(bucket.resolve(key)));
    }

    private List<String> keys() throws IOException {
        try (Stream<Path> files = Files.walk(bucket)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> bucket.relativize(file).toString())
                    .filter(key -> !key.endsWith(".crc"))
                    .sorted()
                    .toList();
        }
    }
}
