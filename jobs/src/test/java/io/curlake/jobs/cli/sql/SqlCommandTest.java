package io.curlake.jobs.cli.sql;

import static io.curlake.jobs.run.insight.TestDailyCosts.WEB;
import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.TestSpark;
import io.curlake.jobs.cli.TestCommand;
import io.curlake.jobs.run.TestWarehouse;
import io.curlake.jobs.run.insight.TestDailyCosts;
import io.curlake.model.config.ConfigFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verb over three days of cost of one account. */
class SqlCommandTest {
    private static final String COSTS = "SELECT usage_date, product_code, net_amortized_cost, rows, blended_cost "
            + "FROM daily_cost ORDER BY usage_date";

    @TempDir
    static Path folder;

    private static Path config;

    @BeforeAll
    static void write() throws IOException {
        TestSpark.session();
        config = Files.writeString(folder.resolve("curlake.yaml"), """
                warehouse: %s
                sources:
                  - name: acme
                    payer: "111122223333"
                    export: {name: acme-cur2, bucket: acme-billing, format: cur2-parquet}
                """.formatted(folder.resolve("warehouse")));
        new TestDailyCosts()
                .usage(WEB, "AmazonEC2", "2026-10-01", "2026-10-02", day -> "12345678901234567.000000000000000001")
                .usage(WEB, "AmazonS3", "2026-10-03", "2026-10-03", day -> "-0.5")
                .write(TestWarehouse.of(ConfigFile.read(config, name -> "")));
    }

    @Test
    void anAnswerIsATableWithExactAmountsToTheRight() {
        TestCommand answer = sql(COSTS);

        assertThat(answer.err()).isEmpty();
        assertThat(answer.exitCode()).isZero();
        assertThat(answer.out()).isEqualTo("""
                ╔════════════╤══════════════╤══════════════════════════════════════╤══════╤══════════════╗
                ║ usage_date │ product_code │                   net_amortized_cost │ rows │ blended_cost ║
                ╠════════════╪══════════════╪══════════════════════════════════════╪══════╪══════════════╣
                ║ 2026-10-01 │ AmazonEC2    │ 12345678901234567.000000000000000001 │    1 │         NULL ║
                ╟────────────┼──────────────┼──────────────────────────────────────┼──────┼──────────────╢
                ║ 2026-10-02 │ AmazonEC2    │ 12345678901234567.000000000000000001 │    1 │         NULL ║
                ╟────────────┼──────────────┼──────────────────────────────────────┼──────┼──────────────╢
                ║ 2026-10-03 │ AmazonS3     │                                 -0.5 │    1 │         NULL ║
                ╚════════════╧══════════════╧══════════════════════════════════════╧══════╧══════════════╝
                """);
    }

    @Test
    void csvHasEveryDigitAndTellsNullFromAnEmptyText() {
        TestCommand answer = sql(
                "SELECT net_amortized_cost AS cost, blended_cost, '' AS nothing, 'a,\"b\"' AS text, 1e-10D AS small "
                        + "FROM daily_cost ORDER BY usage_date LIMIT 1",
                "--csv");

        assertThat(answer.out()).isEqualTo("""
                cost,blended_cost,nothing,text,small
                12345678901234567.000000000000000001,,"","a,""b""\",0.0000000001
                """);
    }

    @Test
    void jsonIsOneArrayWithDecimalsAsTexts() {
        TestCommand answer = sql("""
                SELECT 0.1000000000000000000000000000000000001 AS cost, 1 AS count, 0.5D AS share, NULL AS none, true AS yes,
                  DATE'2026-10-01' AS day, TIMESTAMP'2026-10-01 01:02:03.5' AS at, map('k', 1.50) AS tags, array(1, 2) AS list,
                  named_struct('a', 1.5, 'b', 'x') AS pair, X'00ff' AS bytes, double('NaN') AS nan
                """, "--json");

        assertThat(answer.out())
                .isEqualTo("[\n{\"cost\":\"0.1000000000000000000000000000000000001\",\"count\":1,\"share\":0.5,"
                        + "\"none\":null,\"yes\":true,\"day\":\"2026-10-01\",\"at\":\"2026-10-01T01:02:03.500Z\","
                        + "\"tags\":{\"k\":\"1.5\"},\"list\":[1,2],\"pair\":{\"a\":\"1.5\",\"b\":\"x\"},"
                        + "\"bytes\":\"00ff\",\"nan\":\"NaN\"}\n]\n");
    }

    @Test
    void jsonOfNoRowsIsAnEmptyArray() {
        assertThat(sql("SELECT 1 AS one WHERE false", "--json").out()).isEqualTo("[]\n");
    }

    @Test
    void jsonWithTwoColumnsOfOneNameIsRefused() {
        sql("SELECT 1 AS a, 2 AS a", "--json")
                .assertRefused("Cannot print the answer as JSON: two of its columns are named 'a'. Give one of them "
                        + "another name with AS.\n");
    }

    @Test
    void aTableThatWasNeverWrittenIsEmpty() {
        TestCommand answer = sql("SELECT source, rows FROM unconnected_cost", "--csv");

        assertThat(answer.out()).isEqualTo("source,rows\n");
        assertThat(answer.exitCode()).isZero();
    }

    @Test
    void moreRowsThanAskedForAreSaid() {
        TestCommand some = sql(COSTS, "--rows", "2", "--csv");
        TestCommand all = sql(COSTS, "--rows", "3", "--csv");
        TestCommand usual = sql("SELECT id FROM range(1001)", "--csv");

        assertThat(some.out().lines()).hasSize(3);
        assertThat(some.err())
                .isEqualTo("There are more rows than the 2 that are printed. For more of them write --rows N.\n");
        assertThat(all.out().lines()).hasSize(4);
        assertThat(all.err()).isEmpty();
        assertThat(usual.out().lines()).hasSize(1001);
        assertThat(usual.err())
                .isEqualTo("There are more rows than the 1,000 that are printed. For more of them write --rows N.\n");
    }

    @Test
    void wideTextsAreCutAndThatIsSaid() {
        TestCommand answer = sql("SELECT repeat('x', 61) AS wide, repeat('é', 60) AS fits, 'a\\nb' AS lines");

        assertThat(TestCommand.cells(answer.out())).contains("x".repeat(59) + "… " + "é".repeat(60) + " a\\nb");
        assertThat(answer.err())
                .isEqualTo("1 value wider than 60 characters is cut, marked with …; --csv and --json have it whole.\n");
    }

    @Test
    void whatMakesATerminalDoThingsIsShownInstead() {
        TestCommand answer = sql("SELECT concat('a', char(27), '[31mb', char(9), 'c') AS tag");

        assertThat(TestCommand.cells(answer.out())).contains("a\\u001b[31mb\\tc");
    }

    @Test
    void aQueryCanComeFromAFileOrFromStandardInput() throws IOException {
        Path file = Files.writeString(folder.resolve("query.sql"), "-- the first\nSELECT 1 AS one;\n");
        InputStream in = System.in;
        try {
            System.setIn(new ByteArrayInputStream("SELECT 2 AS two".getBytes(StandardCharsets.UTF_8)));
            TestCommand piped = sql("-", "--csv");
            TestCommand ofFile = TestCommand.configured(config, "sql", "--file", file.toString(), "--csv");

            assertThat(piped.out()).isEqualTo("two\n2\n");
            assertThat(ofFile.out()).isEqualTo("one\n1\n");
        } finally {
            System.setIn(in);
        }
    }

    @Test
    void withoutAQueryTheWaysToGiveOneAreSaid() {
        String ways = "Write it as the argument, name its file with --file, or pipe it in and write '-'; "
                + "'curlake sql --tables' lists the tables.\n";

        TestCommand.run("sql").assertRefused("Cannot run SQL: there is no query. " + ways);
        TestCommand.run("sql", " ").assertRefused("Cannot run SQL: there is no query. " + ways);
        TestCommand.run("sql", "--file", "/nowhere/x.sql")
                .assertRefused("Cannot run SQL of '/nowhere/x.sql': the file cannot be read. Name one that can.\n");
        TestCommand.run("sql", "SELECT 1", "--file", "x.sql")
                .assertRefused("Cannot run SQL: there is a query and a file of one. Leave one of them out.\n");
        TestCommand.run("sql", "SELECT 1", "--csv", "--json")
                .assertRefused("Cannot print the answer as CSV and as JSON: it is one or the other. Leave one out.\n");
        TestCommand.run("sql", "SELECT 1", "--rows", "-1")
                .assertRefused("Cannot read the arguments: --rows is -1. Write a number from 0 on.\n");
        TestCommand.run("sql", "SELECT 1", "--tables")
                .assertRefused("Cannot list the tables and run SQL at once: leave the query or --tables out.\n");
    }

    @Test
    void theTablesAreListedWithTheirGrain() {
        TestCommand words = TestCommand.run("sql", "--tables");
        TestCommand json = TestCommand.run("sql", "--tables", "--json");

        assertThat(words.exitCode()).isZero();
        assertThat(words.out().lines())
                .startsWith(
                        "connected_account     an account connected to a source",
                        "line_item             a line item of a connected account in the newest delivery of its period");
        assertThat(json.out())
                .startsWith("[{\"table\":\"connected_account\",\"grain\":\"an account connected to a source\"},");
    }

    @Test
    void aMistakeIsOneSentenceWithItsPlace() {
        sql("SELECT 1 FORM daily_cost WHERE")
                .assertRefused(
                        "Cannot run this SQL at line 1, column 15: Syntax error at or near " + "'daily_cost'.\n");
        sql("SELECT\n  prodct_code FROM daily_cost")
                .assertRefused(
                        "Cannot run this SQL at line 2, column 3: A column, variable, or function parameter with "
                                + "name `prodct_code` cannot be resolved. Did you mean one of the following? [`product_code`, "
                                + "`list_cost`, `load_id`, `region`, `rows`].\n");
        sql("SELECT * FROM daily_costs")
                .assertRefused(
                        "Cannot run this SQL at line 1, column 15: there is no table 'daily_costs'. Did you mean "
                                + "daily_cost? 'curlake sql --tables' lists the tables.\n");
        sql("SELECT rows / 0 AS x FROM daily_cost")
                .assertRefused(
                        "Cannot run this SQL at 'rows / 0': Division by zero. Use `try_divide` to tolerate divisor "
                                + "being 0 and return NULL instead. If necessary set \"spark.sql.ansi.enabled\" to \"false\" to "
                                + "bypass this error.\n");
    }

    private static TestCommand sql(String query, String... options) {
        String[] arguments = new String[options.length + 2];
        arguments[0] = "sql";
        arguments[1] = query;
        System.arraycopy(options, 0, arguments, 2, options.length);
        return TestCommand.configured(config, arguments);
    }
}
