package io.curlake.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.table.TableName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * All notebooks run from top to bottom, by notebooks/start, on a small warehouse: no cell fails, and the figure that each
 * prints is what its table holds, added up here row by row.
 */
class ExecutedNotebooksTest {
    private static final int MINUTES = 15;

    @TempDir
    static Path folder;

    private static Warehouse warehouse;
    private static Set<Path> before;

    static List<NotebookFile> inJava() {
        return NotebookFile.inJava();
    }

    @BeforeAll
    static void executeAll() throws IOException, InterruptedException {
        requireJupyter();
        warehouse = SampleWarehouse.in(folder);
        before = files();
        Path log = folder.resolve("start.log");
        ProcessBuilder start = new ProcessBuilder(
                        NotebookFile.FOLDER.resolve("start").toString(),
                        "--execute",
                        "all",
                        "--form",
                        "ipynb",
                        "--warehouse",
                        folder.resolve("warehouse").toString(),
                        "--out",
                        folder.resolve("executed").toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        start.environment().put("JAVA_HOME", System.getProperty("java.home"));
        start.environment().put("CURLAKE_MEMORY", "1500m");
        // Each query runs once, over few rows: what compiles it costs more than it saves.
        start.environment()
                .put(
                        "JDK_JAVA_OPTIONS",
                        "-XX:TieredStopAtLevel=1 -Dspark.sql.codegen.wholeStage=false -Dspark.sql.codegen.factoryMode=NO_CODEGEN");
        Process running = start.start();

        boolean ended = running.waitFor(MINUTES, TimeUnit.MINUTES);
        running.descendants().forEach(ProcessHandle::destroy);
        running.destroy();
        assertThat(ended)
                .as("ended within %s minutes:\n%s", MINUTES, Files.readString(log))
                .isTrue();
        System.out.println(Files.readString(log));
        assertThat(running.exitValue()).as(Files.readString(log)).isZero();
    }

    /** Without Jupyter there is nothing to run; where CI is set, that is a failure. */
    private static void requireJupyter() throws IOException, InterruptedException {
        for (String python : List.of("python3", "/usr/bin/python3")) {
            if (hasJupyter(python)) {
                return;
            }
        }
        String missing =
                "THE NOTEBOOKS WERE NOT TESTED: Jupyter is missing. Install jupyter-nbconvert and python3-ipykernel.";
        if (System.getenv("CI") != null) {
            throw new AssertionError(missing);
        }
        System.err.println(missing);
        abort(missing);
    }

    private static boolean hasJupyter(String python) throws InterruptedException {
        try {
            return new ProcessBuilder(python, "-c", "import nbconvert, nbclient")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noSuchPython) {
            return false;
        }
    }

    @ParameterizedTest
    @MethodSource("inJava")
    void noCellFailsAndEveryTableAndChartHasRows(NotebookFile notebook) {
        List<String> outputs = executed(notebook.name()).outputs();

        assertThat(outputs)
                .isNotEmpty()
                .noneMatch(text -> text.startsWith("error: "))
                .noneMatch(text -> text.contains("no rows to draw"));
    }

    @Test
    void theSpendOfTheMonthIsThatOfDailyCost() {
        BigDecimal cost = sum(TableName.DAILY_COST, "net_amortized_cost", month());

        assertThat(figure("1-where-are-we-spending"))
                .isEqualTo("Net amortized cost of connected accounts, 2026-10: " + exact(cost));
    }

    @Test
    void whatIsUntaggedIsWhatDailyTagCostHasWithoutAValue() {
        BigDecimal untagged = sum(
                TableName.DAILY_TAG_COST,
                "net_amortized_cost",
                month().and(row -> row.getAs("tag_kind").equals("resource_tag")
                        && row.getAs("tag_key").equals("team")
                        && row.<String>getAs("tag_value").isEmpty()));

        assertThat(figure("2-allocation")).isEqualTo("Without the tag 'team', 2026-10: " + exact(untagged));
    }

    @Test
    void whatIsCommittedAndUnusedIsThatOfConnectedOwners() {
        BigDecimal unused = sum(
                TableName.COMMITMENT_DAILY,
                "unused_cost",
                month().and(row -> row.<Boolean>getAs("owner_is_connected")));

        assertThat(figure("3-commitments")).isEqualTo("Committed and not used, 2026-10: " + exact(unused));
    }

    @Test
    void whatIsLeftOutIsThatOfUnconnectedCost() {
        BigDecimal dropped = sum(TableName.UNCONNECTED_COST, "unblended_cost", month());

        assertThat(figure("4-unconnected-accounts"))
                .isEqualTo("Unblended cost of unconnected accounts, 2026-10: " + exact(dropped));
    }

    @Test
    void whatCorrectionsMovedIsThatOfTheRestatements() {
        List<String> other = List.of("new_charges", "invoiced", "tags", "regrouped", "rounding");
        BigDecimal moved = rows(TableName.RESTATEMENT).stream()
                .filter(row -> !other.contains(row.<String>getAs("cause")))
                .map(row -> row.<BigDecimal>getAs("after_unblended_cost")
                        .subtract(row.getAs("before_unblended_cost"))
                        .abs())
                .reduce(BigDecimal.ZERO, BigDecimal::add);

        assertThat(moved).isPositive();
        assertThat(figure("5-restatements"))
                .isEqualTo("Unblended cost that corrections moved, all months: " + exact(moved));
    }

    @Test
    void theSavingsAreThoseOfTheRecommendations() {
        BigDecimal saving = sum(TableName.RECOMMENDATION, "saving", row -> row.getAs("saving") != null);

        assertThat(figure("6-resources-and-waste"))
                .isEqualTo("Savings a month that the findings name: " + exact(saving));
    }

    @Test
    void theWarehouseHoldsTheSameFilesAsBefore() {
        assertThat(files()).isEqualTo(before);
    }

    private static Set<Path> files() {
        try (Stream<Path> files = Files.walk(folder.resolve("warehouse"))) {
            return files.collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Predicate<Row> month() {
        return row -> row.getAs("billing_period").equals(SampleWarehouse.PERIOD.toString());
    }

    private static BigDecimal sum(TableName table, String column, Predicate<Row> which) {
        BigDecimal sum = rows(table).stream()
                .filter(which)
                .map(row -> row.<BigDecimal>getAs(column))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum).isPositive();
        return sum;
    }

    private static List<Row> rows(TableName table) {
        return warehouse.tables().rows(table);
    }

    private static String exact(BigDecimal amount) {
        return amount.stripTrailingZeros().toPlainString() + " USD";
    }

    private static String figure(String notebook) {
        return executed(notebook).outputs().stream()
                .filter(text -> text.matches("[A-Z][^\t\n]*: [0-9.]+ USD"))
                .findFirst()
                .orElse("no figure");
    }

    private static NotebookFile executed(String notebook) {
        return NotebookFile.read(folder.resolve("executed").resolve(notebook + ".ipynb"));
    }
}
