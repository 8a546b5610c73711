package io.curlake.jobs.cli.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.curlake.jobs.cli.TestCommand;
import io.curlake.jobs.report.page.PageTables;
import io.curlake.jobs.run.TestWarehouse;
import io.curlake.jobs.run.build.SampleWarehouse;
import io.curlake.jobs.table.TableName;
import io.curlake.model.BillingPeriod;
import io.curlake.model.ExportFormat;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The report of a loaded and built sample of two months: in the file, and in a browser. */
class ReportCommandTest {
    private static final String NEWEST = "source = 'acme' AND billing_period = '2026-10' AND currency = 'USD'";

    @TempDir
    static Path folder;

    private static Path config;
    private static Path file;
    private static TestWarehouse warehouse;
    private static TestCommand first;

    @BeforeAll
    static void report() throws IOException {
        SampleWarehouse sample = SampleWarehouse.loaded(
                folder,
                ExportFormat.CUR2_PARQUET,
                3,
                spec -> spec.withSize(6, 2, 2_000).withLastPeriod(BillingPeriod.parse("2026-10")));
        sample.build();
        warehouse = sample.test();
        config = Files.writeString(folder.resolve("curlake.yaml"), """
                warehouse: %s
                sources:
                  - name: acme
                    payer: "111122223333"
                    export: {name: acme-cur2, bucket: acme-billing, prefix: exports, format: cur2-parquet}
                """.formatted(folder.resolve("warehouse")));
        file = folder.resolve("out").resolve("report.html");
        Files.createDirectories(file.getParent());
        first = run("--out", file.toString());
    }

    private static TestCommand run(String... arguments) {
        return TestCommand.configured(
                config, Stream.concat(Stream.of("report"), Stream.of(arguments)).toArray(String[]::new));
    }

    private static PageTables page() {
        try {
            return new PageTables(Files.readString(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static BigDecimal sum(TableName table, String amount, String where) {
        Row row = warehouse
                .read(table)
                .filter(where)
                .selectExpr("sum(" + amount + ")")
                .first();
        return row.getDecimal(0);
    }

    @Test
    void itSaysWhatItWrote() throws IOException {
        assertThat(first.err()).isEmpty();
        assertThat(first.exitCode()).isZero();
        assertThat(first.out())
                .matches(
                        "acme 2026-10: [\\d,]+\\.\\d\\d USD net amortized, [\\d,]+\\.\\d\\d USD dropped as unconnected\\R"
                                + "Wrote \\Q" + file + "\\E, \\d+\\.\\d kB\\.\\R");
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertThat(files).as("nothing beside it").containsExactly(file);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Spend by account, USD | 1 | daily_cost | net_amortized_cost",
                "Spend by service, USD | 1 | daily_cost | net_amortized_cost",
                "Dropped spend by account, USD | 1 | unconnected_cost | unblended_cost",
                "Commitments of the month, USD | 3 | commitment_daily | used_cost"
            })
    void sumsOnThePageAreThoseOfTheTables(String caption, int column, String table, String amount) {
        BigDecimal expected = sum(TableName.valueOf(table.toUpperCase(java.util.Locale.ROOT)), amount, NEWEST);

        assertThat(expected.signum()).isPositive();
        assertThat(page().sum(caption, column)).isEqualByComparingTo(expected);
        assertThat(page().total(caption, column)).isEqualByComparingTo(expected);
    }

    @Test
    void monthsAreSumsOfTheTable() {
        assertThat(page().rows("Spend by month, USD", ""))
                .extracting(row -> row.get(0))
                .containsExactly("2026-10", "2026-09");
        assertThat(page().sum("Spend by month, USD", 3))
                .isEqualByComparingTo(sum(TableName.DAILY_COST, "unblended_cost", "currency = 'USD'"));
    }

    @Test
    void everyTagKeyHoldsTheWholeSpend() {
        BigDecimal spend = sum(TableName.DAILY_COST, "net_amortized_cost", NEWEST);
        List<List<String>> keys = page().rows("Tagged spend by key, Oct, USD", "");

        assertThat(keys).isNotEmpty();
        assertThat(keys).allSatisfy(key -> {
            assertThat(new BigDecimal(key.get(2)).add(new BigDecimal(key.get(3))))
                    .isEqualByComparingTo(spend);
            assertThat(page().sum("Spend by " + key.get(0) + ", USD", 1)).isEqualByComparingTo(spend);
        });
    }

    @Test
    void theProofIsTheRecordedLedger() {
        List<String> unblended =
                page().rows("Ledger in USD, 1 file, each of which balances", "").get(1);

        assertThat(unblended.get(0)).isEqualTo("unblended cost");
        assertThat(new BigDecimal(unblended.get(1)))
                .isEqualByComparingTo(sum(TableName.RECONCILIATION, "delivered_unblended_cost", NEWEST));
        assertThat(new BigDecimal(unblended.get(2)))
                .isEqualByComparingTo(sum(TableName.DAILY_COST, "unblended_cost", NEWEST));
        assertThat(new BigDecimal(unblended.get(3)))
                .isEqualByComparingTo(sum(TableName.UNCONNECTED_COST, "unblended_cost", NEWEST));
        assertThat(unblended.get(6)).isEqualTo("0");
    }

    @Test
    void aSecondReportTakesThePlaceOfTheFirst() throws IOException {
        Path twice = Files.copy(file, folder.resolve("twice.html"));

        JsonNode json = new ObjectMapper()
                .readTree(run("--out", twice.toString(), "--source", "acme", "--json")
                        .out());

        assertThat(Files.readString(twice)).contains("The report before was made ");
        assertThat(json.get("verb").textValue()).isEqualTo("report");
        assertThat(json.get("balanced").booleanValue()).isTrue();
        assertThat(json.get("bytes").longValue()).isEqualTo(Files.size(twice));
        assertThat(new BigDecimal(
                        json.get("books").get(0).get("net_amortized_cost").textValue()))
                .isEqualByComparingTo(sum(TableName.DAILY_COST, "net_amortized_cost", NEWEST));
    }

    @Test
    void aFileThatIsNoReportIsNotOverwritten() throws IOException {
        Path budget = Files.writeString(folder.resolve("budget.html"), "mine");

        run("--out", budget.toString())
                .assertRefused("Cannot write a report to '" + budget
                        + "': the file that is there is no report. Choose another name with --out, or remove it.\n");

        assertThat(Files.readString(budget)).isEqualTo("mine");
    }

    @Test
    void aFolderIsNoFile() {
        run("--out", folder.toString())
                .assertRefused(
                        "Cannot write a report to '" + folder + "': that is a folder. Name a file in it with --out.\n");
    }

    @Test
    void aPathThatCannotBeWrittenIsRefused() {
        Path nowhere = folder.resolve("nowhere").resolve("report.html");

        TestCommand refused = run("--out", nowhere.toString());

        assertThat(refused.err())
                .isEqualTo("Cannot write " + nowhere + ": the folder " + nowhere.getParent()
                        + " does not exist. Make it, or choose another path.\n");
        assertThat(refused.exitCode()).isEqualTo(2);
    }

    /** One browser for all of it: starting one takes seconds. */
    @Nested
    class InABrowser {
        @ParameterizedTest
        @ValueSource(strings = {"light", "dark"})
        void everyChartIsDrawnAndTheConsoleIsSilent(String theme) {
            try (Browser browser = Browser.open(file).show(1240, theme)) {
                Object blank = browser.script("""
                        return [...document.querySelectorAll('canvas')].filter(canvas => {
                          const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
                          return canvas.width === 0 || !pixels.some(value => value !== 0);
                        }).length;
                        """);

                assertThat((Long) browser.script("return document.querySelectorAll('canvas').length"))
                        .isGreaterThanOrEqualTo(6);
                assertThat(blank).as("blank charts").isEqualTo(0L);
                assertThat(browser.console()).isEmpty();
                assertThat(browser.script("return getComputedStyle(document.body).backgroundColor"))
                        .isEqualTo(theme.equals("dark") ? "rgb(16, 20, 26)" : "rgb(244, 246, 248)");
            }
        }

        @Test
        void aReaderSortsOpensAndAddsUp() {
            try (Browser browser = Browser.open(file).show(1240, "light")) {
                String caption = "Spend by service, USD";
                WebElement heading = browser.table(caption).findElement(By.cssSelector("thead th:nth-child(2)"));

                List<String> delivered = browser.column(caption, 1);
                heading.findElement(By.tagName("button")).click();
                assertThat(heading.getDomAttribute("aria-sort")).isEqualTo("descending");
                assertThat(numbers(browser.column(caption, 1)))
                        .isSortedAccordingTo(java.util.Comparator.reverseOrder())
                        .containsExactlyInAnyOrderElementsOf(numbers(delivered));
                heading.findElement(By.tagName("button")).sendKeys(Keys.ENTER);
                assertThat(heading.getDomAttribute("aria-sort")).isEqualTo("ascending");
                assertThat(numbers(browser.column(caption, 1))).isSorted();

                assertThat(numbers(browser.column("Spend by account, USD", 1)).stream()
                                .reduce(BigDecimal.ZERO, BigDecimal::add))
                        .isEqualByComparingTo(sum(TableName.DAILY_COST, "net_amortized_cost", NEWEST));

                WebElement proof = browser.find("#proof-acme-2026-10");
                assertThat(proof.findElement(By.tagName("table")).isDisplayed()).isFalse();
                browser.find("a[href='#proof-acme-2026-10']").click();
                browser.script("return new Promise(done => setTimeout(() => requestAnimationFrame(() => done(true))))");
                assertThat(proof.findElement(By.tagName("table")).isDisplayed()).isTrue();
                assertThat(browser.console()).isEmpty();
            }
        }

        @Test
        void aPhoneScrollsInOneDirectionOnly() {
            try (Browser browser = Browser.open(file).show(390, "light")) {
                assertThat(browser.script("return document.documentElement.scrollWidth"))
                        .isEqualTo(390L);
            }
        }

        private List<BigDecimal> numbers(List<String> values) {
            return values.stream().map(BigDecimal::new).toList();
        }
    }
}
