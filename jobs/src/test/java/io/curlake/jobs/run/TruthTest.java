package io.curlake.jobs.run;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.curlake.jobs.TestSpark;
import io.curlake.jobs.account.AccountsFile;
import io.curlake.jobs.lineitem.CostSums;
import io.curlake.jobs.run.staging.Way;
import io.curlake.jobs.sample.Sample;
import io.curlake.jobs.sample.SampleSpec;
import io.curlake.jobs.sample.SampleVariant;
import io.curlake.jobs.sample.organization.Organization;
import io.curlake.jobs.storage.TestStores;
import io.curlake.jobs.table.TableName;
import io.curlake.model.AccountId;
import io.curlake.model.BillingPeriod;
import io.curlake.model.CostColumn;
import io.curlake.model.ExportFormat;
import io.curlake.model.config.ConfigFile;
import io.curlake.model.config.CurlakeConfig;
import io.curlake.model.config.ExportConfig.Delivery;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the generator says it wrote is what the tables hold, to the last decimal, in every format, straight from S3. */
class TruthTest {
    private static final BillingPeriod SEPTEMBER = BillingPeriod.parse("2026-09");

    @ParameterizedTest
    @CsvSource({
        "cur2-parquet,   CREATE_NEW, adopt,   ADOPTED",
        "cur2-parquet,   OVERWRITE,  rewrite, REWRITTEN",
        "cur2-csv,       OVERWRITE,  adopt,   REWRITTEN",
        "legacy-csv,     CREATE_NEW, adopt,   REWRITTEN",
        "legacy-parquet, OVERWRITE,  adopt,   REWRITTEN"
    })
    void theTablesHoldExactlyWhatWasGenerated(String format, Delivery delivery, String layout, Way way)
            throws IOException {
        String bucket = "truth-" + format + "-" + layout;
        TestStores.s3(bucket);
        SparkSession spark = TestSpark.session();
        TestStores.s3aSettings().applyTo(spark.sparkContext().hadoopConfiguration());
        ExportFormat exportFormat = ExportFormat.of(format).orElseThrow();
        SampleSpec spec = SampleSpec.into("s3a://" + bucket)
                .withSize(6, 2, 3_000)
                .withFormat(exportFormat, delivery)
                .withRowsPerFile(1_000)
                .with(SampleVariant.SECOND_CURRENCY)
                .with(SampleVariant.EMPTY_USAGE_ACCOUNT);
        Warehouse warehouse = Warehouse.open(spark, config(bucket, format, layout), Clock.systemUTC());
        Sample.write(spark, warehouse.storage(), spec);
        Sample.restate(spark, warehouse.storage(), spec, SEPTEMBER);
        Set<String> connected = connect(warehouse, spec);

        LoadSummary summary = new Load(warehouse, Progress.SILENT).run(LoadRequest.EVERYTHING);

        assertThat(summary.exitCode().code()).as(summary.toString()).isZero();
        assertThat(summary.periods())
                .allSatisfy(period -> assertThat(period.way()).hasValue(way));
        Map<String, String> truth = truth(warehouse, "s3a://" + bucket + "/exports/acme-export/truth.json");
        assertThat(kept(warehouse)).isEqualTo(only(truth, connected, true));
        assertThat(unconnected(warehouse)).isEqualTo(only(truth, connected, false));
        assertThat(new Reconcile(warehouse).run(LoadRequest.EVERYTHING).balanced())
                .isTrue();
        assertThat(new Load(warehouse, Progress.SILENT)
                        .run(LoadRequest.EVERYTHING)
                        .count(PeriodResult.Status.UNCHANGED))
                .isEqualTo(2);
    }

    private static CurlakeConfig config(String bucket, String format, String layout) {
        return ConfigFile.parse("test.yaml", """
                warehouse: s3a://%s/warehouse
                sources:
                  - name: acme
                    payer: "111122223333"
                    export: {name: acme-export, bucket: %s, prefix: exports, format: %s}
                layout: %s
                """.formatted(bucket, bucket, format, layout), name -> "");
    }

    private static Set<String> connect(Warehouse warehouse, SampleSpec spec) {
        List<AccountsFile.Line> lines = Organization.of(spec).accounts().stream()
                .filter(account -> !account.id().equals(spec.payer()))
                .limit(3)
                .map(account -> new AccountsFile.Line(account.id(), account.name(), Optional.empty()))
                .toList();
        new AccountRegister(warehouse).connect(warehouse.config().source("acme"), lines);
        Set<String> connected = new HashSet<>(
                lines.stream().map(AccountsFile.Line::id).map(AccountId::value).toList());
        connected.add(spec.payer().value());
        // A line item without a usage account is the payer's.
        connected.add("");
        return connected;
    }

    /** By period, account, type and currency: rows and every cost. */
    private static Map<String, String> truth(Warehouse warehouse, String uri) throws IOException {
        Map<String, String> truth = new TreeMap<>();
        for (JsonNode period :
                new ObjectMapper().readTree(warehouse.storage().read(uri)).get("periods")) {
            for (JsonNode group : period.get("groups")) {
                String costs = java.util.Arrays.stream(CostColumn.values())
                        .map(c -> group.get(c.measure()).asText())
                        .collect(Collectors.joining(" "));
                String key = String.join(
                        " ",
                        period.get("billing_period").asText(),
                        "[" + group.get("account").asText() + "]",
                        group.get("line_item_type").asText(),
                        group.get("currency").asText());
                truth.put(key, group.get("rows").asText() + " " + costs);
            }
        }
        return truth;
    }

    private static Map<String, String> only(Map<String, String> truth, Set<String> connected, boolean kept) {
        return truth.entrySet().stream()
                .filter(e -> connected.stream().anyMatch(id -> e.getKey().contains("[" + id + "]")) == kept)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new));
    }

    private static Map<String, String> kept(Warehouse warehouse) {
        Dataset<Row> lineItems = warehouse.tables().read(TableName.LINE_ITEM);
        return texts(lineItems
                .groupBy(
                        col("billing_period"),
                        col("line_item_usage_account_id"),
                        col("line_item_line_item_type"),
                        col("line_item_currency_code"))
                .agg(
                        org.apache.spark.sql.functions.count(org.apache.spark.sql.functions.lit(1)),
                        CostSums.of(lineItems).as("costs"))
                .selectExpr("* except (costs)", "costs.*"));
    }

    private static Map<String, String> unconnected(Warehouse warehouse) {
        String sums = java.util.Arrays.stream(CostColumn.values())
                .map(c -> "sum(" + c.measure() + ")")
                .collect(Collectors.joining(", "));
        warehouse.tables().read(TableName.UNCONNECTED_COST).createOrReplaceTempView("unconnected");
        return texts(warehouse
                .spark()
                .sql("SELECT billing_period, usage_account_id, line_item_type, currency, sum(rows), " + sums
                        + " FROM unconnected GROUP BY 1, 2, 3, 4"));
    }

    private static Map<String, String> texts(Dataset<Row> rows) {
        Map<String, String> texts = new TreeMap<>();
        for (Row row : rows.collectAsList()) {
            StringBuilder value = new StringBuilder().append(row.getLong(4));
            for (int i = 5; i < row.size(); i++) {
                BigDecimal amount = row.getDecimal(i);
                value.append(' ')
                        .append(
                                amount.signum() == 0
                                        ? "0"
                                        : amount.stripTrailingZeros().toPlainString());
            }
            texts.put(
                    String.format(
                            Locale.ROOT,
                            "%s [%s] %s %s",
                            row.getString(0),
                            row.getString(1),
                            row.getString(2),
                            row.getString(3)),
                    value.toString());
        }
        return texts;
    }
}
