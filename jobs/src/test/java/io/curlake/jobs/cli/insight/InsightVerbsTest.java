package io.curlake.jobs.cli.insight;

import static io.curlake.jobs.run.insight.TestDailyCosts.WEB;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.curlake.jobs.TestSpark;
import io.curlake.jobs.cli.TestCommand;
import io.curlake.jobs.cost.Net;
import io.curlake.jobs.run.TestWarehouse;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.run.insight.Insights;
import io.curlake.jobs.run.insight.TestDailyCosts;
import io.curlake.jobs.run.insight.TestLineItems;
import io.curlake.model.config.ConfigFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The verbs over three months of costs, on the morning of 2026-11-12. */
class InsightVerbsTest {
    @TempDir
    static Path folder;

    private static Path config;
    private static TestCommand early;

    @BeforeAll
    static void refresh() throws IOException {
        Files.writeString(folder.resolve("teams.csv"), """
                kind,key,pattern,team
                account,,000000000042,Web
                account,,000000000007,Ops
                shared,,evenly,Ops
                """);
        config = Files.writeString(folder.resolve("curlake.yaml"), """
                warehouse: %s
                sources:
                  - name: acme
                    payer: "111122223333"
                    export: {name: acme-cur2, bucket: acme-billing, format: cur2-parquet}
                budgets:
                  - {name: web, amount: 400, currency: USD, services: [AmazonEC2]}
                showback: {teams: %s}
                """.formatted(
                        folder.resolve("warehouse"), folder.resolve("teams.csv")));
        Warehouse opened = TestWarehouse.of(ConfigFile.read(config, name -> "")).warehouse();
        Clock clock = Clock.fixed(Instant.parse("2026-11-12T03:00:00Z"), ZoneOffset.UTC);
        Warehouse warehouse = new Warehouse(opened.spark(), opened.storage(), opened.tables(), opened.config(), clock);
        early = run("forecast");
        new TestDailyCosts()
                .usage(WEB, "AmazonEC2", "2026-09-01", "2026-11-11", InsightVerbsTest::cost)
                .usage(WEB, "AmazonS3", "2026-11-09", "2026-11-10", day -> "2")
                .write(new TestWarehouse(warehouse));
        new TestLineItems()
                .add(
                        WEB,
                        "2026-11-09",
                        88,
                        Map.of(
                                "line_item_usage_type", "BoxUsage",
                                "line_item_resource_id", "i-1",
                                "line_item_net_unblended_cost", 80.0))
                .add("000000000007", "2026-11-09", 1, Map.of())
                .add("000000000009", "2026-11-09", 0.5, Map.of())
                .write(new TestWarehouse(warehouse), "2026-11", Net.DELIVERED);
        new Insights(warehouse, () -> {}).refresh("acme");
    }

    private static String cost(LocalDate day) {
        return day.equals(LocalDate.parse("2026-11-09")) ? "80" : "10";
    }

    @Test
    void beforeABuildThereIsNothingToShow() {
        assertThat(early.exitCode()).isEqualTo(3);
        assertThat(early.err())
                .isEqualTo("Cannot show forecast: the warehouse has no such table yet. Run 'curlake build' first.\n");
    }

    @Test
    void aForecastSaysWhatIsKnownAndHowSureItIs() {
        assertThat(TestCommand.cells(run("forecast", "--limit", "1").out()))
                .contains(
                        "acme 2026-11 total 2026-11-10 174.00 374.00 304.00 444.00 USD 0.0 %",
                        "acme 2026-11 000000000042 AmazonEC2 2026-11-10 170.00 370.00 300.00 440.00 USD 0.0 %",
                        "1 more series are in the table 'forecast'; --limit shows more.");
    }

    @Test
    void aYoungSeriesHasNoForecast() {
        assertThat(TestCommand.cells(run("forecast").out()))
                .contains("acme 2026-11 000000000042 AmazonS3 2026-11-10 4.00 not enough days USD");
    }

    @Test
    void backTestsAreOfClosedMonths() {
        assertThat(TestCommand.cells(run("forecast", "--back-test").out()))
                .contains(
                        "acme 2026-09 10 0.0 % 0.0 % 1 1 1 (100 %) USD",
                        "acme 2026-10 20 0.0 % 0.0 % 1 1 1 (100 %) USD");
    }

    @Test
    void anAnomalySaysWhatMostOfItIs() {
        assertThat(TestCommand.cells(run("anomaly").out()))
                .contains(
                        "2026-11-09 000000000042 AmazonEC2 more 10.00 80.00 +70.00 USD 2026-11-09 BoxUsage +80.00 i-1 +80.00");
        assertThat(run("anomaly", "--period", "2026-10").out()).isEqualTo("No day of this period is unusual.\n");
    }

    @Test
    void aBudgetSaysWhereItWillEnd() throws IOException {
        assertThat(TestCommand.cells(run("budget").out()))
                .contains("web acme month 400.00 170.00 42.5 % 370.00 92.5 % USD under");
        JsonNode row = new ObjectMapper()
                .readTree(run("budget", "--json").out())
                .get("rows")
                .get(0);
        assertThat(row.get("forecast_cost").textValue()).isEqualTo("370");
        assertThat(row.get("as_of").textValue()).isEqualTo("2026-11-10");
    }

    @Test
    void teamsAreShownAndWritten() throws IOException {
        Path csv = folder.resolve("out.csv");

        assertThat(TestCommand.cells(run("showback", "--csv", csv.toString()).out()))
                .contains(
                        "acme 2026-11 Web 80.00 0.00 80.00 89.00 USD",
                        "acme 2026-11 (nobody's) 0.00 0.00 0.00 0.50 USD");
        assertThat(Files.readString(csv).lines())
                .containsExactlyInAnyOrder(
                        "source,billing_period,usage_date,team,kind,usage_account_id,product_code,currency,unblended_cost,"
                                + "net_amortized_cost",
                        "acme,2026-11,2026-11-09,Web,own,000000000042,AmazonEC2,USD,88,80",
                        "acme,2026-11,2026-11-09,Web,shared,000000000007,AmazonEC2,USD,1,0",
                        "acme,2026-11,2026-11-09,,unmapped,000000000009,AmazonEC2,USD,0.5,0");
    }

    @ParameterizedTest
    @CsvSource({"forecast, 1", "anomaly, 1", "budget_status, 0", "team_cost, 1"})
    void theExampleQueriesOfThePagesRun(String table, int rowsOfTheFirst) throws IOException {
        SparkSession spark = TestSpark.session();
        spark.read()
                .format("delta")
                .load(folder.resolve("warehouse").resolve(table).toString())
                .createOrReplaceTempView(table);
        String page = Files.readString(Path.of("../docs/tables/" + table + ".md"));
        List<String> queries = Pattern.compile("(?s)```sql\n(.*?)```")
                .matcher(page)
                .results()
                .map(result -> result.group(1).replace("'2026-10'", "'2026-11'"))
                .toList();

        assertThat(queries).hasSize(2);
        assertThat(spark.sql(queries.get(0)).collectAsList()).hasSizeGreaterThanOrEqualTo(rowsOfTheFirst);
        assertThat(spark.sql(queries.get(1)).collectAsList()).isNotEmpty();
    }

    private static TestCommand run(String... arguments) {
        return TestCommand.configured(config, arguments);
    }
}
