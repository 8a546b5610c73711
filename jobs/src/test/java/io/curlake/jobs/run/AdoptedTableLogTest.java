package io.curlake.jobs.run;

import static io.curlake.jobs.run.TestLineItem.usage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.curlake.jobs.TestSpark;
import io.curlake.jobs.run.PeriodResult.Status;
import io.curlake.jobs.table.KernelReader;
import io.curlake.jobs.table.Partition;
import io.curlake.jobs.table.TableName;
import io.curlake.jobs.table.TestTable;
import io.curlake.model.BillingPeriod;
import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The log of {@code line_item} as other writers of Delta find and leave it. Each test has a copy of the same warehouse. */
class AdoptedTableLogTest {
    private static final BillingPeriod OCTOBER = BillingPeriod.parse("2026-10");
    private static final String PAYER = TestExport.PAYER;
    private static final String WEB = "000000000042";
    private static final String LABS = "999988887777";
    private static final int VERSIONS = 13;

    @TempDir
    static Path folder;

    private static TestExport export;
    private static int copies;

    /** Thirteen versions, of which the eleventh is a checkpoint. */
    @BeforeAll
    static void loadAndMaskADozenTimes() {
        export = new TestExport(folder.resolve("bucket"));
        deliver("e1", 0);
        TestWarehouse warehouse = TestWarehouse.beside(export.bucket(), folder.resolve("original"), "");
        warehouse.load();
        for (int version = 1; version < VERSIONS; version++) {
            TestWarehouse changed =
                    version % 2 == 1 ? warehouse.connect(WEB) : warehouse.disconnect(Optional.empty(), WEB);
            changed.load();
        }
        assertThat(warehouse.table(TableName.LINE_ITEM).version()).isEqualTo(VERSIONS - 1);
    }

    private static void deliver(String delivery, double more) {
        export.deliver(
                OCTOBER,
                delivery,
                List.of(
                        List.of(usage(OCTOBER, PAYER, 1 + more), usage(OCTOBER, LABS, 2)),
                        List.of(
                                usage(OCTOBER, WEB, 4 + more),
                                usage(OCTOBER, LABS, 8).with("line_item_product_code", "AmazonS3")),
                        List.of(
                                usage(OCTOBER, PAYER, 16 + more).with("line_item_line_item_type", "Tax"),
                                usage(OCTOBER, WEB, 32))));
    }

    @Test
    void aCheckpointStandsForTheVersionsBeforeIt() throws IOException {
        Path copy = copy();
        Path log = copy.resolve("line_item/_delta_log");
        assertThat(log.resolve("00000000000000000010.checkpoint.parquet")).exists();
        for (int version = 0; version < 10; version++) {
            Files.delete(log.resolve("%020d.json".formatted(version)));
        }
        TestWarehouse warehouse = TestWarehouse.beside(export.bucket(), copy, "");

        assertThat(costsInSpark(warehouse)).isEqualTo(List.of(1.0, 16.0));
        assertThat(costsInKernel(warehouse)).isEqualTo(List.of(1.0, 16.0));

        warehouse.connect(WEB);
        assertThat(warehouse.loadPeriod().status()).isEqualTo(Status.LOADED);

        assertThat(costsInSpark(warehouse)).isEqualTo(List.of(1.0, 4.0, 16.0, 32.0));
        assertThat(costsInKernel(warehouse)).isEqualTo(List.of(1.0, 4.0, 16.0, 32.0));
    }

    @Test
    void aCheckpointOfSparksIsReadToo() throws IOException {
        Path copy = copy();
        TestWarehouse warehouse = TestWarehouse.beside(export.bucket(), copy, "");
        TestTable table = warehouse.table(TableName.LINE_ITEM);
        table.sql(TestSpark.session(), "ALTER TABLE line_item SET TBLPROPERTIES ('delta.checkpointInterval' = '1')");
        Path log = copy.resolve("line_item/_delta_log");
        assertThat(log.resolve("%020d.checkpoint.parquet".formatted(VERSIONS))).exists();
        for (int version = 0; version < VERSIONS; version++) {
            Files.delete(log.resolve("%020d.json".formatted(version)));
        }
        Files.delete(log.resolve("%020d.checkpoint.parquet".formatted(10)));

        warehouse.connect(WEB);
        assertThat(warehouse.loadPeriod().status()).isEqualTo(Status.LOADED);

        assertThat(costsInKernel(warehouse)).isEqualTo(List.of(1.0, 4.0, 16.0, 32.0));
        assertThat(costsInSpark(warehouse)).isEqualTo(List.of(1.0, 4.0, 16.0, 32.0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "line_item_usage_account_id = '000000000042'              | 2 3",
                "line_item_usage_account_id = '000000000000'              |",
                "line_item_product_code = 'AmazonS3'                      | 2",
                "line_item_line_item_type = 'Tax'                         | 3",
                "line_item_usage_start_date < timestamp'2026-10-01'       |",
                "line_item_usage_start_date >= timestamp'2026-10-01'      | 1 2 3",
                "billing_period = '2026-09'                               |",
            })
    void filesThatCannotHoldARowAreSkipped(String filter, String read) throws IOException {
        TestWarehouse warehouse = TestWarehouse.beside(export.bucket(), folder.resolve("original"), "");

        Dataset<Row> rows = warehouse.read(TableName.LINE_ITEM).filter(filter);

        assertThat(Stream.of(rows.inputFiles())
                        .map(file -> file.replaceFirst(".*/part-0*(\\d+)-.*", "$1"))
                        .sorted())
                .isEqualTo(read == null ? List.of() : List.of(read.split(" ", -1)));
    }

    @Test
    void aTableWhoseColumnsHaveOtherNamesInFilesIsNotScanned() throws IOException {
        TestWarehouse warehouse = TestWarehouse.beside(export.bucket(), copy(), "");
        TestTable table = warehouse.table(TableName.LINE_ITEM);
        table.sql(TestSpark.session(), "ALTER TABLE line_item SET TBLPROPERTIES ('delta.columnMapping.mode' = 'name')");
        Partition october = new Partition("acme", BillingPeriod.parse("2026-10"));

        assertThatThrownBy(() -> warehouse.warehouse().tables().scan(TableName.LINE_ITEM, october))
                .isInstanceOf(Refusal.class)
                .hasMessage("Cannot read the files of line_item: the table uses columnMapping, which curlake does not "
                        + "read. Drop the feature (ALTER TABLE … DROP FEATURE), or load into another warehouse.");
    }

    @Test
    void aTableWithAFeatureThatALoadKnowsNothingOfIsLeftAlone() throws IOException {
        TestWarehouse warehouse = TestWarehouse.beside(export.bucket(), copy(), "");
        TestTable table = warehouse.table(TableName.LINE_ITEM);
        table.sql(
                TestSpark.session(), "ALTER TABLE line_item SET TBLPROPERTIES ('delta.enableChangeDataFeed' = 'true')");
        warehouse.connect(WEB);

        PeriodResult result = warehouse.loadPeriod();

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.error())
                .hasValue(
                        "Cannot write line_item: the table uses changeDataFeed, which curlake does not write. Drop the "
                                + "feature (ALTER TABLE … DROP FEATURE), or load into another warehouse.");
        assertThat(table.version()).isEqualTo(VERSIONS);
        assertThat(costsInKernel(warehouse)).isEqualTo(List.of(1.0, 16.0));
    }

    private static List<Double> costsInSpark(TestWarehouse warehouse) {
        return warehouse.read(TableName.LINE_ITEM).select("line_item_unblended_cost").collectAsList().stream()
                .map(row -> row.getDouble(0))
                .sorted()
                .toList();
    }

    private static List<Double> costsInKernel(TestWarehouse warehouse) {
        return KernelReader.rows(warehouse.table(TableName.LINE_ITEM).uri()).stream()
                .map(row -> (Double) row.get("line_item_unblended_cost"))
                .sorted()
                .toList();
    }

    /** The warehouse in a folder of which nobody remembers anything. */
    private static Path copy() throws IOException {
        Path from = folder.resolve("original");
        Path to = folder.resolve("copy-" + ++copies);
        try (Stream<Path> files = Files.walk(from)) {
            files.forEach(file -> {
                try {
                    Files.copy(file, to.resolve(from.relativize(file)));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        return to;
    }
}
