package io.curlake.jobs.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.curlake.jobs.TestSpark;
import io.curlake.jobs.storage.Storage;
import io.curlake.model.BillingPeriod;
import io.curlake.model.CostColumn;
import io.curlake.model.ExportFormat;
import io.curlake.model.Money;
import io.curlake.model.Refusal;
import io.curlake.model.config.ExportConfig.Delivery;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleTest {
    private static final String EXPORT = "exports/acme-export/";

    @TempDir
    Path folder;

    private final SparkSession spark = TestSpark.session();
    private final Storage storage = new Storage(spark.sparkContext().hadoopConfiguration());

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherSeedOthers() throws IOException {
        SampleSpec spec = spec("one");

        Sample.write(spark, storage, spec);
        Sample.write(spark, storage, spec("again"));
        Sample.write(spark, storage, spec("other").withSeed(43));

        assertThat(truth("again")).isEqualTo(truth("one"));
        assertThat(data("again")).hasSize(6).isEqualTo(data("one"));
        assertThat(truth("other")).isNotEqualTo(truth("one"));
    }

    @Test
    void truthIsWhatARecountOfTheFilesFinds() throws IOException {
        SampleSpec spec = spec("bucket").with(SampleVariant.SECOND_CURRENCY).with(SampleVariant.EMPTY_USAGE_ACCOUNT);

        SampleSummary summary = Sample.write(spark, storage, spec);

        assertThat(summary.rows()).isEqualTo(2_000);
        assertThat(summary.files()).isEqualTo(6);
        assertThat(recount(rows("bucket"))).isEqualTo(groups(truth("bucket")));
        assertThat(groups(truth("bucket")).keySet()).anyMatch(key -> key.endsWith("CNY"));
        assertThat(groups(truth("bucket")).keySet()).anyMatch(key -> key.contains("2026-10||"));
    }

    @Test
    void accountIdsKeepTheirLeadingZeros() {
        Sample.write(spark, storage, spec("bucket"));

        List<String> ids = rows("bucket")
                .select("line_item_usage_account_id")
                .distinct()
                .as(Encoders.STRING())
                .collectAsList();

        assertThat(ids).hasSize(6).allMatch(id -> id.matches("\\d{12}")).anyMatch(id -> id.startsWith("000"));
    }

    @Test
    void onlyTheOpenMonthHasNoInvoices() {
        Sample.write(spark, storage, spec("bucket"));

        Dataset<Row> invoiced = rows("bucket").where("bill_invoice_id <> '' AND bill_billing_entity = 'AWS'");
        Dataset<Row> open = rows("bucket").where("bill_invoice_id = '' AND bill_billing_entity = 'AWS'");

        assertThat(months(invoiced)).containsExactly("2026-09");
        assertThat(months(open)).containsExactly("2026-10");
    }

    @Test
    void aRestatementAddsLinesAndInvoicesAndChangesTags() throws IOException {
        SampleSpec spec = spec("bucket");
        BillingPeriod september = BillingPeriod.parse("2026-09");
        Sample.write(spark, storage, spec);
        JsonNode before = truth("bucket");
        String pointer = Files.readString(pointer());

        SampleSummary summary = Sample.restate(spark, storage, spec, september);

        assertThat(summary.rows()).isEqualTo(1_005);
        assertThat(Files.readString(pointer())).isNotEqualTo(pointer);
        JsonNode after = truth("bucket");
        assertThat(after.get("periods").get(1)).isEqualTo(before.get("periods").get(1));
        assertThat(after.get("periods").get(0).get("rows").asInt()).isEqualTo(1_005);
        Dataset<Row> first =
                delivery(before.get("periods").get(0).get("delivery").asText());
        Dataset<Row> second =
                delivery(after.get("periods").get(0).get("delivery").asText());
        assertThat(first.count()).isEqualTo(1_000);
        assertThat(second.where("bill_invoice_id = ''").isEmpty()).isTrue();
        Dataset<Row> tagsBefore = first.selectExpr("line_item_resource_id", "to_json(resource_tags)");
        Dataset<Row> tagsAfter = second.selectExpr("line_item_resource_id", "to_json(resource_tags)");
        assertThat(tagsBefore.except(tagsAfter).isEmpty()).isFalse();
        assertThat(recount(second.unionByName(rowsOf("2026-10")))).isEqualTo(groups(after));
    }

    @Test
    void parquetIsRequiredThroughoutWithTimesInMilliseconds() throws IOException {
        Sample.write(spark, storage, spec("bucket").without(SampleVariant.SPLIT_COST));

        MessageType schema = schema(folder.resolve("bucket/" + EXPORT + "data"));

        assertThat(schema.getColumns())
                .allMatch(column -> column.getMaxDefinitionLevel() == column.getMaxRepetitionLevel());
        assertThat(schema.getFieldCount()).isEqualTo(116);
        assertThat(schema.getType("line_item_usage_start_date"))
                .hasToString("required int64 line_item_usage_start_date (TIMESTAMP(MILLIS,true))");
        assertThat(schema.getType("line_item_unblended_cost")).hasToString("required double line_item_unblended_cost");
        assertThat(schema.getType("discount").toString().replaceAll("\\s+", " "))
                .isEqualTo("required group discount (MAP) { repeated group key_value { required binary key (STRING); "
                        + "required double value; } }");
    }

    @Test
    void theHeaderOfLegacyCurChangesFromMonthToMonth() throws IOException {
        Sample.write(spark, storage, spec("bucket").withFormat(ExportFormat.LEGACY_CSV, Delivery.OVERWRITE));

        List<String> first = header("20260901-20261001");
        List<String> second = header("20261001-20261101");

        assertThat(first).doesNotHaveDuplicates().doesNotContain("lineItem/NetUnblendedCost", "discount/EdpDiscount");
        assertThat(second).doesNotHaveDuplicates().contains("lineItem/NetUnblendedCost", "discount/EdpDiscount");
        assertThat(first)
                .startsWith("identity/LineItemId", "identity/TimeInterval", "bill/InvoiceId")
                .contains(
                        "product/ProductName",
                        "pricing/publicOnDemandCost",
                        "reservation/ReservationARN",
                        "savingsPlan/SavingsPlanARN",
                        "resourceTags/user:Team",
                        "resourceTags/user:team",
                        "costCategory/Charge type")
                .doesNotContain("lineItem/UsageAccountName", "tags");
    }

    @Test
    void everyFormatHoldsTheSameTruth() throws IOException {
        Sample.write(spark, storage, spec("cur2"));
        Sample.write(spark, storage, spec("csv").withFormat(ExportFormat.CUR2_CSV, Delivery.OVERWRITE));
        Sample.write(spark, storage, spec("legacy").withFormat(ExportFormat.LEGACY_PARQUET, Delivery.OVERWRITE));

        assertThat(groups(truth("csv"))).isEqualTo(groups(truth("cur2")));
        assertThat(groups(truth("legacy"))).isEqualTo(groups(truth("cur2")));
        Dataset<Row> csv = spark.read()
                .option("header", "true")
                .option("multiLine", "true")
                .option("escape", "\"")
                .option("recursiveFileLookup", "true")
                .csv(folder.resolve("csv/" + EXPORT + "data").toString());
        assertThat(csv.count()).isEqualTo(2_000);
        assertThat(csv.selectExpr("sum(CAST(line_item_unblended_cost AS DOUBLE))")
                        .first()
                        .getDouble(0))
                .isCloseTo(
                        rows("cur2")
                                .selectExpr("sum(line_item_unblended_cost)")
                                .first()
                                .getDouble(0),
                        within(1e-6));
        assertThat(spark.read()
                        .parquet(folder.resolve("legacy/" + EXPORT + "acme-export")
                                .toString())
                        .columns())
                .contains("line_item_unblended_cost", "resource_tags_user_team", "reservation_reservation_a_r_n")
                .doesNotContain("line_item_usage_account_name");
    }

    @Test
    void tooFewRowsAreRefused() {
        assertThatThrownBy(() -> SampleSpec.into("out").withSize(3, 2, 100))
                .isInstanceOf(Refusal.class)
                .hasMessage("Cannot write a sample of 100 rows over 2 months: every month needs at least 120 rows, "
                        + "to hold each kind of line item.");
    }

    private SampleSpec spec(String bucket) {
        return SampleSpec.into(folder.resolve(bucket).toString())
                .withSize(6, 2, 2_000)
                .withRowsPerFile(400);
    }

    private Dataset<Row> rows(String bucket) {
        return read(folder.resolve(bucket + "/" + EXPORT + "data"));
    }

    private Dataset<Row> rowsOf(String period) {
        return read(folder.resolve("bucket/" + EXPORT + "data/BILLING_PERIOD=" + period));
    }

    private Dataset<Row> delivery(String executionId) throws IOException {
        try (Stream<Path> folders = Files.list(folder.resolve("bucket/" + EXPORT + "data/BILLING_PERIOD=2026-09"))) {
            return read(folders.filter(path -> path.toString().endsWith(executionId))
                    .findFirst()
                    .orElseThrow());
        }
    }

    /** A folder with a colon in its name is no path that Spark resolves: the files are named one by one. */
    private Dataset<Row> read(Path data) {
        try (Stream<Path> files = Files.walk(data)) {
            String[] uris = files.filter(file -> file.toString().endsWith(".parquet"))
                    .map(file -> "file://" + file)
                    .toArray(String[]::new);
            return spark.read().parquet(uris);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The content of every data file, by its key. */
    private Map<String, Integer> data(String bucket) throws IOException {
        Map<String, Integer> content = new HashMap<>();
        Path data = folder.resolve(bucket + "/" + EXPORT + "data");
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".parquet")).toList()) {
                content.put(data.relativize(file).toString(), Arrays.hashCode(Files.readAllBytes(file)));
            }
        }
        return content;
    }

    private Path pointer() {
        return folder.resolve("bucket/" + EXPORT + "metadata/BILLING_PERIOD=2026-09/acme-export-Manifest.json");
    }

    private JsonNode truth(String bucket) throws IOException {
        return new ObjectMapper()
                .readTree(folder.resolve(bucket + "/" + EXPORT + "truth.json").toFile());
    }

    private static List<String> months(Dataset<Row> rows) {
        return rows.selectExpr("date_format(bill_billing_period_start_date, 'yyyy-MM')")
                .distinct()
                .as(Encoders.STRING())
                .collectAsList();
    }

    /** Period, account, type and currency with rows and sums, by BigDecimal from the text of every double. */
    private static Map<String, List<String>> recount(Dataset<Row> rows) {
        List<String> columns = CostColumn.lineItemColumns();
        Map<String, List<BigDecimal>> sums = new HashMap<>();
        Map<String, Integer> counts = new HashMap<>();
        for (Row row : rows.collectAsList()) {
            String key = String.join(
                    "|",
                    row.<Timestamp>getAs("bill_billing_period_start_date")
                            .toInstant()
                            .toString()
                            .substring(0, 7),
                    row.getAs("line_item_usage_account_id"),
                    row.getAs("line_item_line_item_type"),
                    row.getAs("line_item_currency_code"));
            counts.merge(key, 1, Integer::sum);
            List<BigDecimal> sum = sums.computeIfAbsent(
                    key, any -> new ArrayList<>(Collections.nCopies(columns.size(), BigDecimal.ZERO)));
            for (int i = 0; i < columns.size(); i++) {
                double amount = row.getAs(columns.get(i));
                sum.set(i, sum.get(i).add(Money.of(amount)));
            }
        }
        Map<String, List<String>> result = new HashMap<>();
        sums.forEach((key, sum) -> {
            List<String> texts = new ArrayList<>(List.of(String.valueOf(counts.get(key))));
            sum.forEach(amount -> texts.add(amount.stripTrailingZeros().toPlainString()));
            result.put(key, texts);
        });
        return result;
    }

    private static Map<String, List<String>> groups(JsonNode truth) {
        Map<String, List<String>> result = new HashMap<>();
        for (JsonNode period : truth.get("periods")) {
            for (JsonNode group : period.get("groups")) {
                String key = String.join(
                        "|",
                        period.get("billing_period").asText(),
                        group.get("account").asText(),
                        group.get("line_item_type").asText(),
                        group.get("currency").asText());
                List<String> texts = new ArrayList<>(List.of(group.get("rows").asText()));
                for (CostColumn column : CostColumn.values()) {
                    texts.add(group.get(column.measure()).asText());
                }
                result.put(key, texts);
            }
        }
        return result;
    }

    private static MessageType schema(Path data) throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            Path file = files.filter(path -> path.toString().endsWith("00001.snappy.parquet"))
                    .findFirst()
                    .orElseThrow();
            try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file))) {
                return reader.getFileMetaData().getSchema();
            }
        }
    }

    private List<String> header(String month) throws IOException {
        Path file = folder.resolve("bucket/" + EXPORT + month + "/acme-export-00001.csv.gz");
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return List.of(reader.readLine().split(",", -1));
        }
    }
}
