package io.curlake.jobs.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.TestSpark;
import io.curlake.jobs.export.text.CsvFiles;
import io.curlake.jobs.run.PeriodResult.Status;
import io.curlake.jobs.run.due.Patience;
import io.curlake.jobs.sample.Sample;
import io.curlake.jobs.sample.SampleSpec;
import io.curlake.jobs.table.TableName;
import io.curlake.model.AccountId;
import io.curlake.model.ExportFormat;
import io.curlake.model.config.ConfigFile;
import io.curlake.model.config.ExportConfig.Delivery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * In overwrite mode AWS empties the files that a shorter delivery does not need, and lists them no longer. Source: AWS
 * Data Exports user guide, "Understanding export delivery", 2026-11.
 */
class SurplusChunkTest {
    private static final byte[] HEADER_ONLY = CsvFiles.gzip("line_item_usage_account_id\n".getBytes(UTF_8));

    @TempDir
    Path folder;

    @Test
    void emptiedParquetFilesAreIgnored() throws IOException {
        assertIgnored(
                ExportFormat.CUR2_PARQUET, "data/BILLING_PERIOD=2026-10/acme-cur2-0000%d.snappy.parquet", new byte[0]);
    }

    @Test
    void textFilesWithNothingButAHeaderAreIgnored() throws IOException {
        assertIgnored(ExportFormat.CUR2_CSV, "data/BILLING_PERIOD=2026-10/acme-cur2-0000%d.csv.gz", HEADER_ONLY);
    }

    private void assertIgnored(ExportFormat format, String key, byte[] emptied) throws IOException {
        Warehouse warehouse = warehouse(format);
        SampleSpec spec = SampleSpec.into(folder.resolve("acme-billing").toString())
                .withFormat(format, Delivery.OVERWRITE)
                .withExport("acme-cur2", "exports", new AccountId(TestExport.PAYER))
                .withSize(3, 1, 600)
                .withRowsPerFile(200);
        Path files = folder.resolve("acme-billing/exports/acme-cur2");
        Sample.write(TestSpark.session(), warehouse.storage(), spec);
        assertThat(load(warehouse).ledger().orElseThrow().delivered().rows()).isEqualTo(600);

        Sample.write(TestSpark.session(), warehouse.storage(), spec.withSize(3, 1, 350));
        Path surplus = files.resolve(key.formatted(3));
        assertThat(surplus).exists();
        Files.write(surplus, emptied);

        PeriodResult shorter = load(warehouse);
        assertThat(shorter.error()).isEmpty();
        assertThat(shorter.status()).isEqualTo(Status.LOADED);
        assertThat(shorter.ledger().orElseThrow().delivered().rows()).isEqualTo(350);
        assertThat(warehouse
                        .tables()
                        .read(TableName.DELIVERY)
                        .selectExpr("size(files)")
                        .collectAsList())
                .extracting(row -> row.getInt(0))
                .containsExactlyInAnyOrder(3, 2);
    }

    private static PeriodResult load(Warehouse warehouse) {
        return new Load(warehouse, Progress.SILENT, Patience.NONE)
                .run(LoadRequest.EVERYTHING)
                .periods()
                .get(0);
    }

    private Warehouse warehouse(ExportFormat format) {
        return Warehouse.open(
                TestSpark.session(),
                ConfigFile.parse(
                        "test.yaml",
                        """
                        warehouse: %s
                        sources:
                          - name: acme
                            payer: "111122223333"
                            export: {name: acme-cur2, bucket: acme-billing, prefix: exports, format: %s}
                            mirror: %s
                        """.formatted(folder.resolve("warehouse"), format, folder.resolve("acme-billing")),
                        name -> ""),
                Clock.systemUTC());
    }
}
