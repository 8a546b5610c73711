package io.curlake.jobs.cli.night;

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
import io.curlake.model.config.ConfigFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {
    private static final BillingPeriod SEPTEMBER = BillingPeriod.parse("2026-09");
    private static final BillingPeriod OCTOBER = BillingPeriod.parse("2026-10");

    @TempDir
    Path folder;

    private Path config;
    private Path page;
    private TestExport export;
    private Warehouse warehouse;

    @BeforeEach
    void configure() throws IOException {
        TestSpark.session();
        config = Files.writeString(folder.resolve("curlake.yaml"), TestConfig.yaml(folder));
        page = folder.resolve("report.html");
        export = new TestExport(Files.createDirectories(folder.resolve("bucket")));
        warehouse = TestWarehouse.of(ConfigFile.read(config, name -> "")).warehouse();
    }

    @Test
    void aNightLoadsBuildsAndReports() throws IOException {
        deliver(OCTOBER, "e1");
        Path metrics = folder.resolve("night.prom");

        TestCommand night = run("--report", page.toString(), "--metrics", "prometheus=" + metrics, "--source", "acme");

        assertThat(night.exitCode()).as(night.err()).isZero();
        assertThat(night.out().lines().filter(line -> line.startsWith("curlake ")))
                .containsExactly("curlake load", "curlake build", "curlake report");
        assertThat(outcomes(night)).containsExactly("load done 0", "build done 0", "report done 0");
        assertThat(night.out()).endsWith("\nThe night is done.\n");
        assertThat(page).isNotEmptyFile();
        assertThat(remembered()).containsExactly("load 0", "build 0");
        assertThat(Files.readString(metrics))
                .contains(
                        "curlake_run_success{verb=\"run\"} 1.0\n",
                        "curlake_source_rows{side=\"kept\",source=\"acme\"} 1.0\n");
    }

    @Test
    void aRefusedPeriodKeepsTheOthersFromNothing() throws IOException {
        deliver(SEPTEMBER, "e1");
        deliver(OCTOBER, "e2");
        Files.writeString(export.file(TestExport.key(OCTOBER, "e2", 1)), "no Parquet");

        JsonNode night = new ObjectMapper()
                .readTree(run("--json", "--report", page.toString()).out());

        assertThat(night.path("exit_code").asInt()).isEqualTo(5);
        assertThat(night.path("steps"))
                .extracting(step ->
                        step.path("verb").asText() + " " + step.path("outcome").asText() + " "
                                + step.path("answer").path("verb").asText())
                .containsExactly("load delivery unreadable load", "build done build", "report done report");
        assertThat(night.at("/steps/0/answer/periods"))
                .extracting(period -> period.path("billing_period").asText() + " "
                        + period.path("status").asText())
                .containsExactlyInAnyOrder("2026-10 refused", "2026-09 loaded");
        assertThat(warehouse.tables().rows(TableName.GOLD_BUILD)).isNotEmpty();
    }

    @Test
    void aNightBesideAnotherRunEndsAtOnce() {
        deliver(OCTOBER, "e1");
        try (WarehouseLock lock = warehouse.lock("build")) {
            assertThat(lock.isStillHeld()).isTrue();

            TestCommand night = run("--discover", "--report", page.toString());

            assertThat(night.exitCode()).isEqualTo(7);
            assertThat(outcomes(night))
                    .containsExactly("load locked 7", "build not run", "discover not run", "report not run");
            assertThat(night.out())
                    .endsWith(
                            "\nThe night ended with 'load': what it said is above. Exit code 7. Run it again when that "
                                    + "is mended; what is done is not done twice.\n");
            assertThat(page).doesNotExist();
        }
    }

    @Test
    void beforeTheFirstDeliveryTheNightSaysSo() {
        TestCommand night = run("--report", page.toString());

        assertThat(night.exitCode()).isEqualTo(3);
        assertThat(outcomes(night).get(0)).isEqualTo("load nothing delivered 3");
        assertThat(night.out()).contains("Not all is well: what each verb said is above. Exit code 3.");
        assertThat(page).doesNotExist();
    }

    private void deliver(BillingPeriod period, String executionId) {
        export.deliver(
                period,
                executionId,
                List.of(List.of(usage(period, TestExport.PAYER, 1.5), usage(period, "999988887777", 10.25))));
    }

    private TestCommand run(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "run";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return TestCommand.configured(config, all);
    }

    /** The lines of the closing table, without the seconds. */
    private static List<String> outcomes(TestCommand night) {
        String closing = night.out().substring(night.out().lastIndexOf("Verb "));
        return TestCommand.cells(closing).stream()
                .filter(line -> line.matches("(load|build|discover|report) .*"))
                .map(line -> line.replaceFirst(" \\d+\\.\\d$", ""))
                .toList();
    }

    private List<String> remembered() {
        return warehouse.tables().rows(TableName.RUN).stream()
                .sorted(Comparator.comparing(row -> row.<Timestamp>getAs("began")))
                .map(row -> row.getAs("verb") + " " + row.getAs("exit_code"))
                .toList();
    }
}
