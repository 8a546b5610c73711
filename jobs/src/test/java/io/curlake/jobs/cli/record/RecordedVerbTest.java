package io.curlake.jobs.cli.record;

import static io.curlake.jobs.run.TestLineItem.usage;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.curlake.jobs.TestSpark;
import io.curlake.jobs.cli.TestCommand;
import io.curlake.jobs.run.TestConfig;
import io.curlake.jobs.run.TestExport;
import io.curlake.jobs.run.TestWarehouse;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.storage.lock.WarehouseLock;
import io.curlake.jobs.table.TableName;
import io.curlake.model.BillingPeriod;
import io.curlake.model.Version;
import io.curlake.model.config.ConfigFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left of runs of verbs: rows of {@code run}, stages, Spark's totals, metrics. */
class RecordedVerbTest {
    private static final BillingPeriod OCTOBER = BillingPeriod.parse("2026-10");
    private static final String WEB = "000000000042";
    private static final String SIDES_OF_THE_LEDGER = "delivered,kept,unconnected,rejected";

    @TempDir
    Path folder;

    private Path config;
    private Warehouse warehouse;

    @BeforeEach
    void deliver() throws IOException {
        TestSpark.session();
        config = Files.writeString(
                folder.resolve("curlake.yaml"), TestConfig.yaml(folder) + "    external-id: correct-horse\n");
        warehouse = TestWarehouse.of(ConfigFile.read(config, name -> "")).warehouse();
        new TestExport(folder.resolve("bucket"))
                .deliver(
                        OCTOBER,
                        "e1",
                        List.of(List.of(
                                usage(OCTOBER, TestExport.PAYER, 1.5),
                                usage(OCTOBER, WEB, 0.25),
                                usage(OCTOBER, "999988887777", 10.25))));
    }

    @Test
    void aRunIsRememberedWithItsFigures() throws IOException {
        JsonNode loaded = json(run("load", "--json"));

        Row run = onlyRun();
        assertThat(run.<String>getAs("run_id")).isEqualTo(loaded.path("run_id").asText());
        assertThat(run.<String>getAs("verb")).isEqualTo("load");
        assertThat(run.<String>getAs("outcome")).isEqualTo("done");
        assertThat(run.<Integer>getAs("exit_code")).isZero();
        assertThat(run.<Object>getAs("error")).isNull();
        assertThat(run.<Double>getAs("seconds")).isPositive();
        assertThat(run.<Object>getAs("began")).isNotNull();
        assertThat(figures(run))
                .isEqualTo(Map.of(
                        "periods_loaded", 1L,
                        "periods_unchanged", 0L,
                        "periods_refused", 0L,
                        "rows_delivered", 3L,
                        "rows_kept", 1L,
                        "rows_unconnected", 2L,
                        "rows_rejected", 0L));
        assertThat(run.getList(run.fieldIndex("arguments")))
                .isEqualTo(List.of("load", "--json", "--config", config.toString()));
        assertThat(run.<String>getAs("user_name")).isEqualTo(System.getProperty("user.name"));
        assertThat(run.<String>getAs("master")).isEqualTo("local");
        assertThat(run.<String>getAs("version")).isEqualTo(Version.CURRENT);
        assertThat(loaded.path("spark").path("tasks").asLong()).isPositive();
        assertThat(loaded.path("spark").path("failed_tasks").asLong()).isZero();
    }

    @Test
    void anUnchangedNightAddsOneSmallFileWithoutATaskOfSpark() throws IOException {
        run("load");

        JsonNode unchanged = json(run("load", "--json"));

        assertThat(unchanged.path("spark").path("tasks").asLong()).isZero();
        assertThat(runs()).hasSize(2);
        assertThat(figures(runs().get(1))).containsEntry("periods_unchanged", 1L);
        assertThat(warehouse.tables().files(TableName.RUN))
                .hasSize(2)
                .allSatisfy(file -> assertThat(file.size()).isLessThan(10_000));
    }

    @Test
    void aRefusedRunIsRememberedWithTheReason() {
        TestCommand first = run("accounts", "connect", "--source", "acme", WEB);
        TestCommand again = run("accounts", "connect", "--source", "acme", WEB);

        assertThat(first.exitCode()).isZero();
        again.assertRefused("Cannot connect account 000000000042 to 'acme': it is connected already. See "
                + "'curlake accounts list'.\n");
        assertThat(runs())
                .extracting(
                        row -> row.<String>getAs("verb"),
                        row -> row.<String>getAs("outcome"),
                        row -> row.<Integer>getAs("exit_code"),
                        row -> row.<String>getAs("error"))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("accounts connect", "done", 0, null),
                        org.assertj.core.groups.Tuple.tuple(
                                "accounts connect",
                                "refused",
                                2,
                                "Cannot connect account 000000000042 to 'acme': it is connected already. See 'curlake "
                                        + "accounts list'."));
        assertThat(figures(runs().get(0))).isEqualTo(Map.of("accounts", 1L));
    }

    @Test
    void aRunOfWhichAPeriodIsRefusedSaysSo() {
        TestCommand refused = run("load", "--period", "2026-11");

        assertThat(refused.exitCode()).isEqualTo(3);
        Row run = onlyRun();
        assertThat(run.<String>getAs("outcome")).isEqualTo("refused");
        assertThat(run.<Integer>getAs("exit_code")).isEqualTo(3);
        assertThat(run.<String>getAs("error")).startsWith("Cannot load billing period 2026-11 of 'acme': ");
        assertThat(figures(run)).containsEntry("periods_refused", 1L);
    }

    @Test
    void whatWritesNothingIsNotRemembered() {
        run("load");
        int before = runs().size();

        run("load", "--dry-run");
        run("accounts", "list");
        run("maintain", "--dry-run");
        run("sql", "SELECT count(*) FROM run");

        assertThat(runs()).hasSize(before);
    }

    @Test
    void whoCannotHaveTheLockLeavesNoRowAndTellsItsMetrics() throws IOException {
        Path metrics = folder.resolve("curlake.prom");
        try (WarehouseLock lock = warehouse.lock("build")) {
            assertThat(lock.isStillHeld()).isTrue();

            TestCommand locked = run("load", "--metrics", "prometheus=" + metrics);

            assertThat(locked.exitCode()).isEqualTo(7);
        }
        assertThat(runs()).isEmpty();
        assertThat(Files.readString(metrics))
                .contains("curlake_run_success{verb=\"load\"} 0.0\n", "curlake_run_exit_code{verb=\"load\"} 7.0\n");
    }

    @Test
    void aRowThatCannotBeWrittenIsSaidAndChangesNothing() throws IOException {
        Files.createDirectories(folder.resolve("warehouse"));
        Files.writeString(folder.resolve("warehouse/run"), "no folder");

        TestCommand connected = run("accounts", "connect", "--source", "acme", WEB);

        assertThat(connected.exitCode()).isZero();
        assertThat(connected.out()).isEqualTo("Connected 1 account to 'acme'. The next load brings its line items.\n");
        assertThat(connected.err())
                .isEqualTo(
                        "This run is not remembered in the table 'run'. Cannot write %1$s: Destination exists and is not a "
                                .concat("directory: %1$s. What the run did is not affected.\n")
                                .formatted(folder.resolve("warehouse/run")));
    }

    @Test
    void noSecretOfTheConfigurationIsRemembered() throws IOException {
        Path named = folder.resolve("correct-horse.csv");
        Files.writeString(named, "account_id\n" + WEB + "\n");

        run("accounts", "connect", "--source", "acme", "--file", named.toString());

        assertThat(onlyRun().<String>getList(onlyRun().fieldIndex("arguments")))
                .contains(named.toString().replace("correct-horse", "***"))
                .noneMatch(argument -> argument.contains("correct-horse"));
    }

    @Test
    void manyRunsAreCompacted() {
        for (int i = 0; i < 22; i++) {
            run("accounts", "disconnect", "--source", "acme", "--yes", WEB);
        }

        TestCommand maintained = run("maintain", "--keep", "0d");

        assertThat(maintained.exitCode()).isZero();
        assertThat(runs()).hasSize(23);
        assertThat(warehouse.tables().files(TableName.RUN)).hasSize(2);
    }

    @Test
    void stagesAreToldInJsonWhereThatIsAskedFor() throws IOException {
        TestCommand loaded = run("load", "--log", "json");

        List<JsonNode> stages = new ArrayList<>();
        for (String line : loaded.err().lines().filter(l -> l.startsWith("{")).toList()) {
            stages.add(new ObjectMapper().readTree(line));
        }
        assertThat(stages)
                .extracting(stage -> stage.path("stage").asText())
                .containsExactly(("pinned,written,proved,line_items_committed,unconnected_committed,rejected_committed,"
                                + "delivered_cost_committed,restated,reconciled,recorded," + SIDES_OF_THE_LEDGER
                                + ",loaded")
                        .split(",", -1));
        assertThat(stages).allSatisfy(stage -> {
            assertThat(stage.path("verb").asText()).isEqualTo("load");
            assertThat(stage.path("source").asText()).isEqualTo("acme");
            assertThat(stage.path("billing_period").asText()).isEqualTo("2026-10");
            assertThat(stage.path("run_id").asText()).isEqualTo(onlyRun().getAs("run_id"));
        });
        JsonNode unconnected = stages.get(12);
        assertThat(unconnected.path("rows").asLong()).isEqualTo(2);
        assertThat(unconnected.path("unblended_cost")).hasToString("{\"USD\":\"10.5\"}");
    }

    @Test
    void stagesAreToldWithVerboseAndNotWithout() {
        TestCommand quiet = run("load", "--period", "2026-10");
        TestCommand verbose = run("load", "--verbose");

        assertThat(quiet.err()).doesNotContain("stage=").doesNotContain("Spark:");
        assertThat(verbose.err().lines().filter(line -> line.contains("stage=")))
                .singleElement()
                .asString()
                .matches("run_id=\\S+ verb=load stage=unchanged source=acme billing_period=2026-10 seconds=0\\.0");
        assertThat(verbose.err())
                .endsWith("Spark: 0 tasks, 0 failed; read 0 rows, 0 bytes; wrote 0 rows, 0 bytes; shuffled 0 bytes, "
                        + "spilled 0; 0.0 s CPU, 0.0 s GC.\n");
    }

    @Test
    void metricsTellHowTheSourcesStand() throws IOException {
        Path metrics = folder.resolve("curlake.prom");
        Files.writeString(metrics, "old");

        TestCommand loaded = run("load", "--metrics", "prometheus=" + metrics);

        assertThat(loaded.exitCode()).isZero();
        assertThat(Files.readString(metrics))
                .contains(
                        "# HELP curlake_run_success Whether the last run of the verb exited with 0.\n"
                                + "# TYPE curlake_run_success gauge\ncurlake_run_success{verb=\"load\"} 1.0\n",
                        "curlake_source_newest_billing_period_timestamp_seconds{source=\"acme\"} 1.7908128E9\n",
                        "curlake_source_balanced{source=\"acme\"} 1.0\n",
                        "curlake_source_rows{side=\"delivered\",source=\"acme\"} 3.0\n",
                        "curlake_source_rows{side=\"kept\",source=\"acme\"} 1.0\n",
                        "curlake_source_rows{side=\"unconnected\",source=\"acme\"} 2.0\n",
                        "curlake_source_rows{side=\"rejected\",source=\"acme\"} 0.0\n");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.filter(file -> file.toString().endsWith(".tmp"))).isEmpty();
        }
    }

    @Test
    void metricsThatCannotBeWrittenAreSaidAndChangeNothing() {
        TestCommand unwritable = run("load", "--metrics", "prometheus=/nowhere/curlake.prom");
        TestCommand unknown = run("load", "--metrics", "statsd=localhost");

        assertThat(unwritable.exitCode()).isZero();
        assertThat(unwritable.err())
                .endsWith(
                        "Cannot write metrics to '/nowhere/curlake.prom': NoSuchFileException. Name a file in a folder "
                                + "that this user may write. What the run did is not affected.\n");
        unknown.assertRefused("Cannot write metrics 'statsd=localhost': only those for Prometheus are known. Write "
                + "--metrics prometheus=/var/lib/node_exporter/textfile/curlake.prom.\n");
    }

    private TestCommand run(String... arguments) {
        return TestCommand.configured(config, arguments);
    }

    private static JsonNode json(TestCommand command) throws IOException {
        return new ObjectMapper().readTree(command.out());
    }

    private List<Row> runs() {
        return warehouse.tables().rows(TableName.RUN).stream()
                .sorted(Comparator.comparing(row -> row.<java.sql.Timestamp>getAs("began")))
                .toList();
    }

    private Row onlyRun() {
        assertThat(runs()).hasSize(1);
        return runs().get(0);
    }

    private static Map<String, Long> figures(Row run) {
        return run.getJavaMap(run.fieldIndex("figures"));
    }
}
