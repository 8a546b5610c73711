package io.curlake.cli.airflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.curlake.jobs.table.TableName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Airflow itself is not installed here: the DAG is read by a stand-in, and what its tasks call is called. */
@ExtendWith(NeedsPython.class)
class AirflowDagTest {
    private static final String UNBALANCED = """
            {"verb":"load","seconds":1.0,"balanced":false,"periods":[{"source":"acme","billing_period":"2026-10",\
            "status":"refused","balanced":false,"rows":{"delivered":100,"kept":60,"unconnected":39,"rejected":0},\
            "totals":[{"currency":"USD","unblended_cost":{"delivered":"12.3456","kept":"7.1","unconnected":"5.1","rejected":"0"}}],\
            "error":"Cannot publish 'acme' 2026-10: the ledger does not balance.","exit":6},\
            {"source":"acme","billing_period":"2026-09","status":"unchanged"}]}
            """;

    @TempDir
    Path folder;

    private DagFile dag;

    @BeforeEach
    void configure() throws IOException {
        dag = new DagFile(folder);
        Files.writeString(folder.resolve("curlake.yaml"), """
                warehouse: s3a://acme-finops/curlake
                sources:
                  - name: acme
                    payer: "111122223333"
                    external-id: ${CURLAKE_EXTERNAL_ID}
                    export: {name: acme-cur2, bucket: acme-billing, format: cur2-parquet}
                  - {name: acme-legacy, payer: "111122223333", export: {name: r, bucket: b, format: legacy-csv}}
                """);
    }

    @Test
    void theFileCompiles() {
        dag.compile();

        assertThat(folder.resolve("compiled")).isDirectory();
    }

    @Test
    void eachSourceOfTheConfigurationHasAGroupThatWaitsLoadsAndBuilds() {
        JsonNode described = dag.described();

        assertThat(texts(described.path("groups"))).containsExactly("acme", "acme-legacy");
        for (String source : List.of("acme", "acme-legacy")) {
            assertThat(upstream(described, source + ".wait_for_delivery")).isEmpty();
            assertThat(upstream(described, source + ".load")).containsExactly(source + ".wait_for_delivery");
            assertThat(upstream(described, source + ".build")).containsExactly(source + ".load");
        }
    }

    @Test
    void discoveryAndReportComeAfterAllSourcesAndAFailureBeforeThemIsNotHidden() {
        JsonNode described = dag.described();

        assertThat(upstream(described, "discover")).containsExactly("acme-legacy.build", "acme.build");
        assertThat(upstream(described, "report")).containsExactly("discover");
        assertThat(task(described, "discover").path("trigger_rule").asText()).isEqualTo("all_done");
        assertThat(task(described, "report").path("trigger_rule").asText()).isEqualTo("all_done");
        assertThat(task(described, "verdict").path("trigger_rule").asText()).isEqualTo("one_failed");
        List<String> others = new ArrayList<>();
        described.path("tasks").fieldNames().forEachRemaining(others::add);
        others.remove("verdict");
        assertThat(upstream(described, "verdict")).containsExactlyInAnyOrderElementsOf(others);
    }

    @Test
    void oneTaskOfOneRunWritesAtATimeAndNothingIsCaughtUp() {
        JsonNode described = dag.described();

        assertThat(described.path("dag").asText()).isEqualTo("curlake");
        assertThat(described.path("max_active_runs").asInt()).isEqualTo(1);
        assertThat(described.path("max_active_tasks").asInt()).isEqualTo(1);
        assertThat(described.path("catchup").asBoolean(true)).isFalse();
        assertThat(task(described, "acme.wait_for_delivery").path("mode").asText())
                .isEqualTo("reschedule");
    }

    @Test
    void everyTaskButTheVerdictIsTriedAgainAndTellsOfItsFailure() {
        JsonNode tasks = dag.described().path("tasks");

        assertThat(tasks.path("verdict").path("retries").asInt()).isZero();
        tasks.properties().stream()
                .filter(task -> !task.getKey().equals("verdict"))
                .forEach(task -> {
                    assertThat(task.getValue().path("retries").asInt()).isEqualTo(3);
                    assertThat(task.getValue().path("minutes_between").asInt()).isEqualTo(10);
                    assertThat(task.getValue().path("tells").asText()).isEqualTo("say_failure");
                });
    }

    @Test
    void buildsAnnounceTheGoldTablesAndTheseAreTablesOfOurs() {
        List<String> outlets = texts(task(dag.described(), "acme.build").path("outlets"));

        assertThat(outlets).hasSize(8).contains("s3://acme-finops/curlake/daily_cost");
        assertThat(outlets)
                .allMatch(uri -> Stream.of(TableName.values())
                        .anyMatch(table -> uri.equals("s3://acme-finops/curlake/" + table.tableName())));
    }

    @Test
    void thereAreParametersForAPeriodAndForGoingOnWithoutADelivery() {
        JsonNode params = dag.described().path("params");

        assertThat(params.at("/period/default").asText()).isEmpty();
        assertThat("2026-10").matches(params.at("/period/pattern").asText());
        assertThat("2026-13").doesNotMatch(params.at("/period/pattern").asText());
        assertThat(params.at("/force/default").asBoolean(true)).isFalse();
    }

    @Test
    void theSensorLooksAgainUntilAPeriodIsDue() {
        dag.verbsEnd(3, "", "Cannot load 'acme': nothing is delivered yet.\n");
        assertThat(waits("{}")).isTrue();
        dag.verbsEnd(0, "{\"verb\":\"load\",\"dry_run\":true,\"periods\":[{\"due\":false}]}\n", "");
        assertThat(waits("{}")).isTrue();
        assertThat(waits("{\"force\": true}")).isFalse();
        dag.verbsEnd(0, "{\"verb\":\"load\",\"dry_run\":true,\"periods\":[{\"due\":false},{\"due\":true}]}\n", "");
        assertThat(waits("{}")).isFalse();

        assertThat(dag.calls())
                .hasSize(3)
                .containsOnly("load --dry-run --source acme --json --config " + folder.resolve("curlake.yaml"));
    }

    @Test
    void theSensorDoesNotWaitWhereItIsDenied() {
        dag.verbsEnd(4, "", "Cannot read s3://acme-billing: access denied.\n");

        JsonNode outcome = dag.run("acme.wait_for_delivery", "{}");

        assertThat(outcome.path("raised").asText()).isEqualTo("AirflowFailException");
        assertThat(outcome.path("message").asText())
                .isEqualTo("curlake load --dry-run ended with 4: Cannot read s3://acme-billing: access denied.");
    }

    @ParameterizedTest
    @CsvSource({
        "0, ''",
        "1, AirflowException",
        "2, AirflowFailException",
        "3, AirflowFailException",
        "4, AirflowFailException",
        "5, AirflowFailException",
        "6, AirflowFailException",
        "7, AirflowException",
        "130, AirflowException"
    })
    void whatTryingAgainCannotMendFailsAtOnce(int exitCode, String raised) {
        dag.verbsEnd(exitCode, "", "Cannot load: told so.\n");

        JsonNode outcome = dag.run("acme.load", "{}");

        assertThat(outcome.path("raised").asText()).isEqualTo(raised);
        assertThat(outcome.path("message").asText())
                .isEqualTo(exitCode == 0 ? "" : "curlake load ended with " + exitCode + ": Cannot load: told so.");
    }

    @Test
    void theMessageOfAFailedLoadHasTheLineOfTheLedger() {
        dag.verbsEnd(6, UNBALANCED, "some log line\n");

        assertThat(dag.run("acme.load", "{}").path("message").asText())
                .isEqualTo(
                        "curlake load ended with 6: acme 2026-10 refused: Cannot publish 'acme' 2026-10: the ledger does "
                                + "not balance. [ledger: rows delivered 100 kept 60 unconnected 39 rejected 0, USD unblended "
                                + "delivered 12.3456 kept 7.1 unconnected 5.1 rejected 0]");
    }

    @Test
    void aPeriodReachesLoadAndBuildAndTheOtherVerbsTakeNone() {
        dag.verbsEnd(0, "{}\n", "");

        for (String task : List.of("acme.load", "acme.build", "discover", "report")) {
            assertThat(dag.run(task, "{\"period\": \"2026-10\"}").has("returned"))
                    .isTrue();
        }

        String config = " --json --config " + folder.resolve("curlake.yaml");
        assertThat(dag.calls())
                .containsExactly(
                        "load --source acme --period 2026-10" + config,
                        "build --source acme --period 2026-10" + config,
                        "discover" + config,
                        "report --out /reports/curlake.html" + config);
    }

    private boolean waits(String params) {
        return !dag.run("acme.wait_for_delivery", params).path("returned").asBoolean();
    }

    private static JsonNode task(JsonNode described, String id) {
        return described.path("tasks").path(id);
    }

    private static List<String> upstream(JsonNode described, String id) {
        return texts(task(described, id).path("upstream"));
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(node -> texts.add(node.asText()));
        return texts;
    }
}
