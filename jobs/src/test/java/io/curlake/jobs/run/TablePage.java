package io.curlake.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.table.TableName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;

/** The page of a table in {@code docs/tables}. */
public record TablePage(TableName table, String text) {
    private static final Path DOCS = Path.of("..", "docs");
    private static final Pattern QUERY = Pattern.compile("```sql\n(.*?)```", Pattern.DOTALL);

    public static TablePage of(TableName table) {
        return new TablePage(table, document("tables/" + table.tableName() + ".md"));
    }

    /** Any page below {@code docs}. */
    public static String document(String name) {
        try {
            return Files.readString(DOCS.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Registers every table by its name, so that queries of pages run. */
    public static void register(TestWarehouse warehouse) {
        Arrays.stream(TableName.values())
                .forEach(table -> warehouse.read(table).createOrReplaceTempView(table.tableName()));
    }

    public void requireEveryColumn() {
        assertThat(Arrays.stream(table.schema().fields()).map(StructField::name))
                .allSatisfy(column -> assertThat(text).containsPattern("\\b" + column + "\\b"));
    }

    public void requireQueriesThatRun(SparkSession spark) {
        assertThat(queries(text)).hasSizeGreaterThanOrEqualTo(2);
        requireQueriesThatRun(text, spark);
    }

    /** Of any page. */
    public static void requireQueriesThatRun(String text, SparkSession spark) {
        assertThat(queries(text))
                .isNotEmpty()
                .allSatisfy(
                        query -> assertThat(spark.sql(query).collectAsList()).isNotNull());
    }

    public void requireALineInTheIndex() {
        String name = table.tableName();

        assertThat(document("tables/README.md")).contains("[" + name + "](" + name + ".md)");
    }

    private static List<String> queries(String text) {
        return QUERY.matcher(text).results().map(result -> result.group(1)).toList();
    }
}
