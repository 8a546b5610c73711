package io.curlake.jobs.cli.sql;

import static io.curlake.jobs.run.insight.TestDailyCosts.WEB;
import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.TestSpark;
import io.curlake.jobs.cli.TestCommand;
import io.curlake.jobs.run.TestWarehouse;
import io.curlake.jobs.run.insight.TestDailyCosts;
import io.curlake.jobs.table.Grain;
import io.curlake.jobs.table.TableName;
import io.curlake.model.config.ConfigFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.spark.sql.types.StructField;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The queries of the pages run, through the verb. */
class SqlPageTest {
    private static final Path DOCS = Path.of("..", "docs");
    private static final Pattern TAGGED = Pattern.compile("<!-- runs: sql -->\n```sql\n(.*?)```", Pattern.DOTALL);
    private static final Pattern QUERY = Pattern.compile("```sql\n(.*?)```", Pattern.DOTALL);
    private static final Pattern LISTED =
            Pattern.compile("^\\| \\[(\\w+)]\\(\\w+\\.md\\) \\| (.*?) \\|", Pattern.MULTILINE);

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
                .usage(WEB, "AmazonEC2", "2026-10-01", "2026-10-02", day -> "1.5")
                .write(TestWarehouse.of(ConfigFile.read(config, name -> "")));
    }

    @Test
    void everyTaggedQueryOfThePageIsAnswered() throws IOException {
        List<String> queries = queries(TAGGED, DOCS.resolve("sql.md"));

        assertThat(queries).hasSize(4).allSatisfy(SqlPageTest::assertAnswered);
        assertThat(answer(queries.get(0)).out())
                .isEqualTo(
                        "source,billing_period,usage_account_id,name,currency,cost\nacme,2026-10,000000000042,,USD,3\n");
    }

    @Test
    void whatIsNotTaggedStandsBehindTheWordsThatItWasNotRun() throws IOException {
        String page = Files.readString(DOCS.resolve("sql.md"));
        String before = page.substring(0, page.indexOf("The snippets below were not run here"));

        assertThat(QUERY.matcher(before).results()).hasSize(4);
        assertThat(TAGGED.matcher(before).results()).hasSize(4);
    }

    @Test
    void thePageOfRunNamesItsColumnsAndItsQueriesAreAnswered() throws IOException {
        Path page = DOCS.resolve("tables/run.md");

        assertThat(queries(QUERY, page)).hasSize(2).allSatisfy(SqlPageTest::assertAnswered);
        assertThat(Arrays.stream(TableName.RUN.schema().fields()).map(StructField::name))
                .allSatisfy(column -> assertThat(Files.readString(page)).contains("| " + column + " | "));
    }

    @Test
    void theIndexOfTablesHasTheGrainsOfTheVerb() throws IOException {
        List<MatchResult> listed = LISTED.matcher(Files.readString(DOCS.resolve("tables/README.md")))
                .results()
                .toList();

        assertThat(listed).hasSizeGreaterThan(20);
        assertThat(listed)
                .allSatisfy(line -> assertThat(line.group(2))
                        .isEqualTo(Grain.of(TableName.valueOf(line.group(1).toUpperCase(java.util.Locale.ROOT)))));
    }

    private static List<String> queries(Pattern pattern, Path page) throws IOException {
        return pattern.matcher(Files.readString(page))
                .results()
                .map(result -> result.group(1))
                .toList();
    }

    private static void assertAnswered(String query) {
        TestCommand answer = answer(query);

        assertThat(answer.err()).isEmpty();
        assertThat(answer.exitCode()).isZero();
    }

    private static TestCommand answer(String query) {
        try {
            Path file = Files.writeString(folder.resolve("query.sql"), query);
            return TestCommand.configured(config, "sql", "--file", file.toString(), "--csv");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
