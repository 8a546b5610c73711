package io.curlake.jobs.cli.alert;

import static io.curlake.jobs.run.TestLineItem.usage;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.curlake.jobs.TestSpark;
import io.curlake.jobs.alert.TestReceiver;
import io.curlake.jobs.cli.TestCommand;
import io.curlake.jobs.run.TestExport;
import io.curlake.jobs.run.TestLineItem;
import io.curlake.model.BillingPeriod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertsCommandTest {
    private static final BillingPeriod OCTOBER = BillingPeriod.parse("2026-10");
    private static final String WEB = "000000000042";
    private static final String LABS = "999988887777";

    @TempDir
    Path folder;

    @Test
    void aTestSaysWhatTheReceiverAnswered() throws IOException {
        try (TestReceiver receiver = new TestReceiver()) {
            Path config = config("alerts: {webhook: \"" + receiver.address() + "\", on: [restatement]}");

            TestCommand words = run(config, "alerts", "test");
            TestCommand json = run(config, "alerts", "test", "--json");

            assertThat(words).isEqualTo(new TestCommand(0, "Test alert delivered: localhost answered 200.\n", ""));
            assertThat(json.out())
                    .isEqualTo("{\"verb\":\"alerts test\",\"host\":\"localhost\",\"attempts\":1,\"status\":200}\n");
            assertThat(receiver.alerts().get(0).at("/events/0/event").asText()).isEqualTo("test");
            assertThat(receiver.alerts().get(0).path("verb").asText()).isEqualTo("alerts test");
        }
    }

    @Test
    void aReceiverThatRefusesTheTestIsNamedByItsHostOnly() throws IOException {
        try (TestReceiver receiver = new TestReceiver(404)) {
            assertThat(run(config("alerts: {webhook: \"" + receiver.address() + "\"}"), "alerts", "test", "--verbose"))
                    .satisfies(test -> {
                        assertThat(test.exitCode()).isEqualTo(1);
                        assertThat(test.out()).isEmpty();
                        assertThat(test.err())
                                .startsWith("Cannot deliver the test alert: localhost answered 404. Check "
                                        + "'alerts.webhook' in the configuration, and that this machine may connect to "
                                        + "its host.\n")
                                .doesNotContain("T0SECRET");
                    });
        }
    }

    @Test
    void aTestWithoutAWebhookIsRefused() throws IOException {
        assertThat(run(config(""), "alerts", "test"))
                .isEqualTo(new TestCommand(
                        2,
                        "",
                        "Cannot send a test alert: no webhook is configured. Set 'alerts.webhook' in the configuration, "
                                + "best from an environment variable.\n"));
    }

    @Test
    void aLoadThatFailsTellsWhy() throws IOException {
        TestSpark.session();
        try (TestReceiver receiver = new TestReceiver(404)) {
            Path config = config("alerts: {webhook: \"" + receiver.address() + "\"}");

            TestCommand unheard = run(config, "load", "--json");
            TestCommand heard = run(config, "load", "--json");
            TestCommand again = run(config, "load", "--json");
            TestCommand whole = run(config, "load", "--source", "nobody");
            TestCommand planned = run(config, "load", "--source", "nobody", "--dry-run");

            assertThat(List.of(unheard, heard, again)).allSatisfy(load -> {
                assertThat(load.exitCode()).isEqualTo(3);
                assertThat(load.out().lines()).hasSize(1);
            });
            assertThat(unheard.err()).endsWith("! alert not delivered: localhost answered 404\n");
            assertThat(heard.err()).endsWith("alert delivered to localhost: 1 event\n");
            assertThat(again.err()).doesNotContain("alert");
            assertThat(whole.exitCode()).isEqualTo(2);
            assertThat(whole.err())
                    .isEqualTo("alert delivered to localhost: 1 event\n"
                            + "Cannot find source 'nobody': the configuration has 'acme'.\n");
            assertThat(planned.exitCode()).isEqualTo(2);
            assertThat(receiver.alerts())
                    .extracting(alert -> alert.at("/events/0/exit").asInt())
                    .containsExactly(3, 3, 2);
        }
    }

    @Test
    void aLoadTellsOfNewAccountsUnconnectedSpendAndARestatement() throws IOException {
        TestSpark.session();
        TestExport export = new TestExport(folder.resolve("bucket"));
        try (TestReceiver receiver = new TestReceiver()) {
            Path config = config(
                    "alerts: {webhook: \"" + receiver.address() + "\", unconnected-above: 10, restatement-above: 0.5}");
            TestLineItem later = onTheThird(usage(OCTOBER, TestExport.PAYER, 1));
            TestLineItem web = usage(OCTOBER, WEB, 2);
            export.deliver(OCTOBER, "e1", List.of(List.of(usage(OCTOBER, TestExport.PAYER, 1.5), web, later)));
            TestCommand quiet = run(config, "load", "--json");
            export.deliver(
                    OCTOBER,
                    "e2",
                    List.of(List.of(usage(OCTOBER, TestExport.PAYER, 0.25), web, usage(OCTOBER, LABS, 10.25), later)));
            TestCommand told = run(config, "load", "--json");

            assertThat(quiet.err()).doesNotContain("alert");
            assertThat(told.exitCode()).isZero();
            assertThat(told.err()).endsWith("alert delivered to localhost: 3 events\n");
            JsonNode alert = receiver.alerts().get(0);
            assertThat(alert.path("warehouse").asText())
                    .isEqualTo(folder.resolve("warehouse").toString());
            assertThat(alert.path("events").get(0))
                    .hasToString("{\"event\":\"new-account\",\"source\":\"acme\",\"billing_period\":\"2026-10\","
                            + "\"account\":\"999988887777\",\"name\":\"\",\"connected\":false}");
            assertThat(alert.path("events").get(1))
                    .hasToString("{\"event\":\"unconnected\",\"source\":\"acme\",\"billing_period\":\"2026-10\","
                            + "\"currency\":\"USD\",\"unblended_cost\":\"12.25\",\"above\":\"10\"}");
            assertThat(alert.path("events").get(2))
                    .hasToString("{\"event\":\"restatement\",\"source\":\"acme\",\"billing_period\":\"2026-10\","
                            + "\"delivery\":\"e2\",\"since\":\"e1\",\"currency\":\"USD\",\"moved_unblended_cost\":"
                            + "\"11.5\",\"net_unblended_cost\":\"9\",\"above\":\"0.5\"}");
        }
    }

    private Path config(String alerts) throws IOException {
        return Files.writeString(folder.resolve("curlake.yaml"), """
                warehouse: %s
                sources:
                  - name: acme
                    payer: "111122223333"
                    export: {name: acme-cur2, bucket: acme-billing, prefix: exports, format: cur2-parquet}
                    mirror: %s
                %s
                """.formatted(
                        folder.resolve("warehouse"), folder.resolve("bucket"), alerts));
    }

    /** The days before the last one of a delivery are over; what changes on them is a restatement. */
    private static TestLineItem onTheThird(TestLineItem item) {
        Map<String, Object> values = new LinkedHashMap<>(item.values());
        values.put("line_item_usage_start_date", Timestamp.from(OCTOBER.start().plus(Duration.ofDays(2))));
        return new TestLineItem(values);
    }

    private static TestCommand run(Path config, String... arguments) {
        String[] all = Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--config";
        all[arguments.length + 1] = config.toString();
        return TestCommand.run(all);
    }
}
