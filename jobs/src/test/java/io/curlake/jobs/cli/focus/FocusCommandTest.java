package io.curlake.jobs.cli.focus;

import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.curlake.jobs.TestSpark;
import io.curlake.jobs.cli.TestCommand;
import io.curlake.jobs.cost.Net;
import io.curlake.jobs.gold.focus.FocusColumns;
import io.curlake.jobs.gold.focus.FocusCostAndUsage;
import io.curlake.jobs.gold.focus.TestLineItems;
import io.curlake.jobs.run.TestWarehouse;
import io.curlake.jobs.table.Partition;
import io.curlake.jobs.table.TableName;
import io.curlake.model.BillingPeriod;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verb on a table of one billing period. */
class FocusCommandTest {
    private static final String PERIOD = "source=acme/billing_period=2026-10";

    @TempDir
    static Path folder;

    private static Path config;

    @BeforeAll
    static void build() throws IOException {
        config = Files.writeString(folder.resolve("curlake.yaml"), """
                warehouse: %s
                sources:
                  - name: acme
                    payer: "111122223333"
                    export: {name: acme-cur2, bucket: acme-billing, prefix: exports, format: cur2-parquet}
                """.formatted(folder.resolve("warehouse")));
        Dataset<Row> lineItems = TestLineItems.none()
                .with("two \"hours\", on demand", "Usage", "unblended=0.2 rate=0.12")
                .with("a fee", "RIFee", "unblended=48 ri=ri1 unusedRecurring=2.25")
                .dataset();
        TestWarehouse.in(folder)
                .warehouse()
                .tables()
                .replace(TableName.FOCUS_COST_AND_USAGE, new Partition("acme", BillingPeriod.parse("2026-10")))
                .write(FocusCostAndUsage.of(lineItems, Net.ABSENT, Map.of())
                        .coalesce(1)
                        .withColumn("delivery_id", lit("d1"))
                        .withColumn("load_id", lit("l1"))
                        .drop("source", "billing_period"))
                .commit("test");
    }

    @Test
    void csvHasIsoTimesPlainNumbersAndMapsAsJson() throws IOException {
        Path out = folder.resolve("csv");

        TestCommand exported = run("focus", "export", "--out", out.toString(), "--format", "csv", "--json");

        JsonNode period =
                new ObjectMapper().readTree(exported.out()).path("periods").get(0);
        assertThat(period.path("source").asText()).isEqualTo("acme");
        assertThat(period.path("billing_period").asText()).isEqualTo("2026-10");
        assertThat(period.path("files").asInt()).isEqualTo(1);
        List<String> lines = lines(out.resolve(PERIOD));
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0)).isEqualTo(String.join(",", FocusColumns.ALL.fieldNames()));
        assertThat(lines)
                .anySatisfy(line -> assertThat(line)
                        .startsWith(
                                ",0.200000000000000000,111122223333,acme-payer,Management Account,USD,"
                                        + "2026-11-01T00:00:00Z,2026-10-01T00:00:00Z,,,Usage,,\"two \"\"hours\"\", on demand\",")
                        .contains(",Usage-Based,2026-10-05T11:00:00Z,2026-10-05T10:00:00Z,"));
        assertThat(lines)
                .anySatisfy(line -> assertThat(line)
                        .startsWith(",0.000000000000000000,")
                        .contains(",Unused,Reserved Instance,Units,"));
    }

    @Test
    void parquetHasTheColumnsAndRowsOfTheTableAndASecondExportReplacesTheFirst() {
        Path out = folder.resolve("parquet");

        TestCommand first = run("focus", "export", "--out", out.toString(), "--source", "acme", "--period", "2026-10");
        TestCommand second = run("focus", "export", "--out", out.toString());

        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(first.out())
                .matches("billing period 2026-10 of 'acme': [\\d,]+ bytes in 1 file at \\S+/parquet/" + PERIOD + "\n");
        assertThat(second.exitCode()).as(second.err()).isZero();
        Dataset<Row> read =
                TestSpark.session().read().parquet(out.resolve(PERIOD).toString());
        assertThat(read.schema()).isEqualTo(FocusColumns.ALL);
        assertThat(read.collectAsList()).hasSize(3);
    }

    @Test
    void aFolderOfSomethingElseIsRefused() throws IOException {
        Path out = folder.resolve("taken");
        Files.createDirectories(out.resolve(PERIOD));
        Files.writeString(out.resolve(PERIOD).resolve("notes.txt"), "mine");

        TestCommand refused = run("focus", "export", "--out", out.toString());

        refused.assertRefused("Cannot export charges to '"
                + out.resolve(PERIOD).toUri().toString().replaceAll("/$", "")
                + "': it holds 'notes.txt', which is of no earlier export. Choose another folder with --out.\n");
        assertThat(out.resolve(PERIOD).resolve("notes.txt")).hasContent("mine");
    }

    @Test
    void withoutChargesOfThePeriodThereIsNothingToExport() {
        TestCommand refused =
                run("focus", "export", "--out", folder.resolve("none").toString(), "--period", "2026-09");

        assertThat(refused.exitCode()).isEqualTo(3);
        assertThat(refused.err())
                .isEqualTo("Cannot export charges: table 'focus_cost_and_usage' holds no billing period that was asked "
                        + "for. Run 'curlake build'.\n");
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @Test
    void aFormatThatThereIsNotIsRefused() {
        TestCommand refused = run("focus", "export", "--out", "x", "--format", "json");

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("--format").contains("[PARQUET, CSV]");
    }

    private static TestCommand run(String... arguments) {
        return TestCommand.configured(config, arguments);
    }

    private static List<String> lines(Path exported) throws IOException {
        try (Stream<Path> files = Files.list(exported)) {
            Path file = files.filter(path -> path.toString().endsWith(".csv.gz"))
                    .findFirst()
                    .orElseThrow();
            try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .toList();
            }
        }
    }
}
