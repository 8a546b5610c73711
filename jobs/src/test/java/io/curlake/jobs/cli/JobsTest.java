package io.curlake.jobs.cli;

import static io.curlake.jobs.run.TestLineItem.usage;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.curlake.jobs.TestSpark;
import io.curlake.jobs.run.TestConfig;
import io.curlake.jobs.run.TestExport;
import io.curlake.model.BillingPeriod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verbs on one small warehouse: an account is connected and a delivery loaded before the tests. */
class JobsTest {
    private static final BillingPeriod OCTOBER = BillingPeriod.parse("2026-10");
    private static final String WEB = "000000000042";
    private static final String LABS = "999988887777";

    @TempDir
    static Path folder;

    private static Path config;
    private static TestCommand planned;
    private static TestCommand connected;
    private static TestCommand loaded;

    @BeforeAll
    static void connectAndLoad() throws IOException {
        TestSpark.session();
        config = Files.writeString(folder.resolve("curlake.yaml"), TestConfig.yaml(folder));
        new TestExport(folder.resolve("bucket"))
                .deliver(
                        OCTOBER,
                        "e1",
                        List.of(List.of(
                                usage(OCTOBER, TestExport.PAYER, 1.5),
                                usage(OCTOBER, WEB, 1e-10),
                                usage(OCTOBER, LABS, 10.25))));
        planned = run("load", "--dry-run");
        connected = run("accounts", "connect", "--source", "acme", WEB);
        loaded = run("load", "--json");
    }

    @Test
    void aDryRunSaysWhatWouldBeLoadedAndWhy() throws IOException {
        long bytes = Files.size(folder.resolve("bucket")
                .resolve("exports/acme-cur2/data/BILLING_PERIOD=2026-10/2026-11-02T13:14:43.337Z-e1/"
                        + "acme-cur2-00001.snappy.parquet"));

        assertThat(planned.exitCode()).isZero();
        assertThat(TestCommand.cells(planned.out())).contains("acme 2026-10 yes 1 %,d never loaded".formatted(bytes));
        assertThat(planned.out()).endsWith("\n1 of 1 periods would be loaded. Nothing was changed.\n");

        TestCommand again = run("load", "--dry-run");

        assertThat(TestCommand.cells(again.out())).contains("acme 2026-10 no unchanged");
        assertThat(again.out()).endsWith("\n0 of 1 periods would be loaded. Nothing was changed.\n");
    }

    @Test
    void maintenanceSaysWhatIsStillMasked() {
        TestCommand maintained = run("maintain");
        TestCommand summary = run("maintain", "--keep", "36h", "--json");
        TestCommand mistaken = run("maintain", "--keep", "soon");

        assertThat(maintained.exitCode()).isZero();
        assertThat(maintained.out())
                .isEqualTo("billing period 2026-10 of 'acme': 1 row masked\n"
                        + "Files that no version of the last 7 days needs are removed.\n");
        assertThat(summary.out())
                .startsWith("{\"verb\":\"maintain\",\"purged\":[],\"masked\":[{\"source\":\"acme\","
                        + "\"billing_period\":\"2026-10\",\"rows\":1}],\"compacted\":[],\"expired_deliveries\":0,"
                        + "\"abandoned_sources\":[],\"freed\":[],\"retention_hours\":36,\"run_id\":\"");
        assertThat(mistaken.exitCode()).isEqualTo(2);
        assertThat(mistaken.err())
                .isEqualTo("Cannot keep versions for 'soon': it is no number of days or hours. Write --keep 7d or "
                        + "--keep 12h.\n");
    }

    @Test
    void theSummaryIsOneJsonObject() throws IOException {
        assertThat(loaded.exitCode()).isZero();
        assertThat(loaded.out().lines()).hasSize(1);
        JsonNode json = new ObjectMapper().readTree(loaded.out());

        assertThat(json.path("verb").asText()).isEqualTo("load");
        assertThat(json.path("seconds").isNumber()).isTrue();
        assertThat(json.path("balanced").asBoolean()).isTrue();
        assertThat(json.path("periods")).hasSize(1);
        JsonNode period = json.path("periods").get(0);
        assertThat(period.path("source").asText()).isEqualTo("acme");
        assertThat(period.path("billing_period").asText()).isEqualTo("2026-10");
        assertThat(period.path("delivery").asText()).isEqualTo("e1");
        assertThat(period.path("format").asText()).isEqualTo("cur2-parquet");
        assertThat(period.path("status").asText()).isEqualTo("loaded");
        assertThat(period.path("way").asText()).isEqualTo("adopted");
        assertThat(period.path("balanced").asBoolean()).isTrue();
        assertThat(period.path("rows")).hasToString("{\"delivered\":3,\"kept\":2,\"unconnected\":1,\"rejected\":0}");
        assertThat(period.path("totals").get(0).path("currency").asText()).isEqualTo("USD");
        assertThat(period.path("totals").get(0).path("unblended_cost"))
                .hasToString("{\"delivered\":\"11.7500000001\",\"kept\":\"1.5000000001\",\"unconnected\":\"10.25\","
                        + "\"rejected\":\"0\"}");
    }

    @Test
    void aSecondLoadSaysThatNothingChanged() throws IOException {
        TestCommand words = run("load");
        JsonNode json = new ObjectMapper().readTree(run("load", "--json").out());

        assertThat(words.exitCode()).isZero();
        assertThat(words.out()).containsPattern("\nNothing changed: all 1 periods are as they were loaded\\. \\(\\d");
        assertThat(json.path("periods").get(0).path("status").asText()).isEqualTo("unchanged");
    }

    @Test
    void aGivenDeliveryCanBePlannedAgain() {
        TestCommand plan = run("load", "--dry-run", "--period", "2026-10", "--delivery", "e");

        assertThat(TestCommand.cells(plan.out()))
                .anyMatch(line -> line.matches("acme 2026-10 yes 1 [\\d,]+ asked for again"));
    }

    @Test
    void aPeriodThatIsNotDeliveredIsRefusedWithThree() throws IOException {
        TestCommand refused = run("load", "--period", "2026-11");
        JsonNode json = new ObjectMapper()
                .readTree(run("load", "--period", "2026-11", "--json").out());

        String message = "Cannot load billing period 2026-11 of 'acme': no manifest at " + folder.resolve("bucket")
                + "/exports/acme-cur2/metadata/BILLING_PERIOD=2026-11/. A new export delivers within 24 hours; check "
                + "bucket, prefix and name in the configuration.";
        assertThat(refused.exitCode()).isEqualTo(3);
        assertThat(refused.out()).contains("✗ " + message + "\n");
        assertThat(json.path("periods").get(0).path("status").asText()).isEqualTo("refused");
        assertThat(json.path("periods").get(0).path("error").asText()).isEqualTo(message);
        assertThat(json.path("periods").get(0).path("exit").asInt()).isEqualTo(3);
    }

    @Test
    void whatIsNoPeriodOrSourceIsRefused() {
        assertRefused(
                run("load", "--period", "October"),
                "Cannot read the arguments: 'October' is no billing period: write YYYY-MM, for example 2026-10.\n");
        assertRefused(
                run("load", "--since", "2026"),
                "Cannot read the arguments: '2026' is no billing period: write YYYY-MM, for example 2026-10.\n");
        assertRefused(
                run("load", "--since", "2026-09", "--period", "2026-10"),
                "Cannot read the arguments: --since and --period exclude each other.\n");
        assertRefused(
                run("load", "--delivery", "e1"),
                "Cannot load delivery 'e1' again: a delivery is of one billing period. Name it with --period.\n");
        assertRefused(run("load", "--source", "acne"), "Cannot find source 'acne': the configuration has 'acme'.\n");
    }

    @Test
    void aLoadedPeriodIsProvedAgain() throws IOException {
        TestCommand proof = run("reconcile");
        JsonNode json = new ObjectMapper().readTree(run("reconcile", "--json").out());

        assertThat(proof.exitCode()).isZero();
        assertThat(TestCommand.cells(proof.out()))
                .contains("rows 3 2 1 0", "unblended_cost 11.7500000001 1.5000000001 10.25 0");
        assertThat(proof.out()).contains("1 of 1 periods balance: delivered = kept + unconnected + rejected");
        assertThat(json.path("verb").asText()).isEqualTo("reconcile");
        assertThat(json.path("balanced").asBoolean()).isTrue();
    }

    @Test
    void aPeriodThatWasNeverLoadedIsNotProved() {
        TestCommand refused = run("reconcile", "--period", "2026-11");

        assertThat(refused.exitCode()).isEqualTo(3);
        assertThat(refused.err())
                .isEqualTo("Cannot reconcile billing period 2026-11 of 'acme': it was never loaded. Run 'curlake load' "
                        + "first.\n");
    }

    @Test
    void onlyDeliveriesThatAreKnownAreCompared() {
        TestCommand alone = run("diff", "--source", "acme", "--period", "2026-10");
        TestCommand never = run("diff", "--source", "acme", "--period", "2026-11");

        assertThat(alone.exitCode()).isEqualTo(3);
        assertThat(alone.err())
                .isEqualTo("Cannot diff billing period 2026-10 of 'acme': it was loaded from one delivery only, 'e1'. "
                        + "Run again after another is loaded, or name an older one with --from.\n");
        assertThat(never.exitCode()).isEqualTo(3);
        assertThat(never.err())
                .isEqualTo("Cannot diff billing period 2026-11 of 'acme': it was never loaded. Run 'curlake load' "
                        + "first.\n");
        assertRefused(
                run("diff", "--source", "acme", "--period", "2026-10", "--limit", "-1"),
                "Cannot read the arguments: --limit is -1. Write a number from 0 on.\n");
    }

    @Test
    void stabilityIsNotKnownWithoutAHistory() {
        assertThat(run("stability").out()).isEqualTo("stability: not known yet, after 0 of at least 3 restatements\n");
        assertThat(run("stability", "--source", "acme", "--json").out())
                .isEqualTo("{\"verb\":\"stability\",\"restatements\":0,\"known\":false,\"currencies\":[]}\n");
    }

    @Test
    void accountsAreConnectedListedAndDisconnected() {
        Path file = folder.resolve("accounts.csv");
        write(file, "account_id,name,connected_from\n123456789012,Data,2026-09\n");

        assertThat(connected.out()).isEqualTo("Connected 1 account to 'acme'. The next load brings its line items.\n");
        assertThat(run("accounts", "connect", "--source", "acme", "--file", file.toString())
                        .exitCode())
                .isZero();
        assertThat(TestCommand.cells(run("accounts", "list").out()))
                .contains("acme 123456789012 Data linked 2026-09")
                .anyMatch(line -> line.startsWith("acme 000000000042 linked"))
                .anyMatch(line -> line.startsWith("acme 111122223333 payer"))
                .anyMatch(line -> line.startsWith("acme 999988887777 no"));

        TestCommand ended = run("accounts", "disconnect", "--source", "acme", "--from", "2026-11", "123456789012");
        assertThat(ended.out())
                .isEqualTo("Disconnected 1 account from 'acme'. The next load drops its line items and values them in "
                        + "unconnected_cost.\n");
        assertThat(TestCommand.cells(run("accounts", "list").out()))
                .contains("acme 123456789012 Data linked 2026-09 2026-11");

        TestCommand unsure = run("accounts", "disconnect", "--source", "acme", "123456789012");
        assertThat(unsure.out()).isEqualTo("Nothing was changed.\n");
        assertThat(unsure.err())
                .isEqualTo("All line items of 1 account, of every billing period of 'acme', will vanish from line_item "
                        + "with the next load and be valued in unconnected_cost.\nTo do it without being asked, add "
                        + "--yes.\n");
        assertThat(run("accounts", "disconnect", "--source", "acme", "--yes", "123456789012")
                        .exitCode())
                .isZero();
        assertThat(run("accounts", "list").out()).doesNotContain("123456789012");
    }

    @Test
    void plansAndAccountsAreJsonToo() throws IOException {
        JsonNode plan =
                new ObjectMapper().readTree(run("load", "--dry-run", "--json").out());
        JsonNode accounts =
                new ObjectMapper().readTree(run("accounts", "list", "--json").out());

        assertThat(plan.path("periods")).hasSize(1);
        assertThat(accounts.path("accounts").findValuesAsText("account_id")).contains(WEB, TestExport.PAYER);
    }

    @Test
    void mistakesWithAccountsAreRefused() {
        assertRefused(
                run("accounts", "connect", "--source", "acme", WEB),
                "Cannot connect account 000000000042 to 'acme': it is connected already. See 'curlake accounts list'.\n");
        assertRefused(
                run("accounts", "connect", "--source", "acme", LABS, LABS),
                "Cannot read the arguments: account 999988887777 is named twice.\n");
        assertRefused(
                run("accounts", "connect", "--source", "acme", "42"),
                "Cannot read the arguments: '42' is no account id: an account id has 12 digits, this has 2 (did a "
                        + "spreadsheet drop leading zeros? then it is '000000000042').\n");
        assertRefused(
                run("accounts", "connect", "--source", "acme"),
                "Cannot connect accounts: name their ids, or a file with --file.\n");
        assertRefused(
                run("accounts", "connect", "--source", "acme", "--file", "/no/such.csv"),
                "Cannot read accounts from /no/such.csv: there is no such file.\n");
        assertRefused(
                run("accounts", "disconnect", "--source", "acme", "--yes", LABS),
                "Cannot disconnect account 999988887777 from 'acme': it is not connected. See 'curlake accounts list'.\n");
        assertRefused(
                run("accounts", "disconnect", "--source", "acme", "--yes", TestExport.PAYER),
                "Cannot disconnect account 111122223333 from 'acme': it is the payer account. Remove the source from the "
                        + "configuration instead.\n");
    }

    @Test
    void aRunningSessionIsLeftToItsOwner() {
        assertThat(TestSpark.session().sparkContext().isStopped()).isFalse();
    }

    private static TestCommand run(String... arguments) {
        return TestCommand.configured(config, arguments);
    }

    private static void assertRefused(TestCommand command, String err) {
        command.assertRefused(err);
    }

    private static void write(Path file, String content) {
        try {
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
