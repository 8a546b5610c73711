package io.curlake.jobs.export.text.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.TestSpark;
import io.curlake.jobs.export.text.CsvFiles;
import io.curlake.jobs.export.text.TextDialect;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextRejectionTest {
    private static final String HEADER = "line_item_usage_account_id,line_item_currency_code,"
            + "line_item_unblended_cost,line_item_blended_cost,line_item_usage_start_date,resource_tags,discount\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1,USD,abc,2,2025-08-01T00:00:00Z,{},{}     | line_item_unblended_cost is 'abc', no number",
                "1,USD,1,NaN,2025-08-01T00:00:00Z,{},{}     | line_item_blended_cost is 'NaN', no number",
                "1,USD,1,-Infinity,2025-08-01T00:00:00Z,{},{} | line_item_blended_cost is '-Infinity', no number",
                "1,USD,1,1e999,2025-08-01T00:00:00Z,{},{}   | line_item_blended_cost is '1e999', no number",
                "1,USD,1, 2,2025-08-01T00:00:00Z,{},{}      | line_item_blended_cost is ' 2', no number",
                "1,USD,1,0x1p3,2025-08-01T00:00:00Z,{},{}   | line_item_blended_cost is '0x1p3', no number",
                "1,USD,1,2d,2025-08-01T00:00:00Z,{},{}      | line_item_blended_cost is '2d', no number",
                "1,USD,1,.,2025-08-01T00:00:00Z,{},{}       | line_item_blended_cost is '.', no number",
                "1,USD,1,2,yesterday,{},{}                  | line_item_usage_start_date is 'yesterday', no date",
                "1,USD,1,2,2025-02-30T00:00:00Z,{},{}       | line_item_usage_start_date is '2025-02-30T00:00:00Z', no date",
                "1,USD,1,2,2025-08-01,{},{}                 | line_item_usage_start_date is '2025-08-01', no date",
                "1,USD,1,2,,{bad,{}                         | resource_tags is '{bad', no map",
                "1,USD,1,2,,{}x,{}                          | resource_tags is '{}x', no map",
                "1,USD,1,2,,[],{}                           | resource_tags is '[]', no map",
                "1,USD,1,2,,\"{\"\"a\"\":{}}\",{}           | resource_tags is '{\"a\":{}}', no map",
                "1,USD,1,2,,{},\"{\"\"edp\"\":\"\"x\"\"}\"  | discount is '{\"edp\":\"x\"}', no map",
                "1,USD,1,x,never,{},{}                      | line_item_blended_cost is 'x', no number",
                "1,USD                                      | row has 2 fields, the header has 7",
                "1,USD,1,2,,{},{},                          | row has 8 fields, the header has 7",
            })
    void aRowThatCannotBeReadSaysWhy(String record, String reason) {
        Row row = rows(HEADER + record + "\n").select("_reason", "_line").first();

        assertThat(row.getString(0)).isEqualTo(reason);
        assertThat(row.getLong(1)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1,USD,1,2,2025-08-01T00:00:00Z,{},{}",
                "1,USD,-1.25E-7,+2,2025-08-01T00:00:00.000Z,{},{}",
                "1,USD,.5,5.,2025-08-01T00:00:00.123456789Z,,",
                "1,USD,12345678901234567890.123456789,1e5,,\"{\"\"a\"\":null}\",\"{\"\"edp\"\":1e-3}\"",
                ",,,,,,",
            })
    void whatAwsWritesIsReadable(String record) {
        Row row = rows(HEADER + record + "\n").select("_reason", "_text").first();

        assertThat(row).isEqualTo(org.apache.spark.sql.RowFactory.create(null, null));
    }

    @Test
    void aRejectedRowKeepsWhatCouldBeRead() {
        Row row = rows(HEADER + "000000000001,USD,abc,2.5,never,{},{}\n").first();

        assertThat(row.<String>getAs("line_item_usage_account_id")).isEqualTo("000000000001");
        assertThat(row.<String>getAs("line_item_currency_code")).isEqualTo("USD");
        assertThat(row.<Double>getAs("line_item_unblended_cost")).isEqualTo(0.0);
        assertThat(row.<Double>getAs("line_item_blended_cost")).isEqualTo(2.5);
        assertThat(row.<Object>getAs("line_item_usage_start_date")).isNull();
        assertThat(row.<String>getAs("_text")).isEqualTo("000000000001,USD,abc,2.5,never,{},{}");
    }

    @Test
    void aRowOfTheWrongLengthKeepsNothingButItsText() {
        Row row = rows(HEADER + "000000000001,\"U\nD\"\n").first();

        assertThat(row.<String>getAs("line_item_usage_account_id")).isEmpty();
        assertThat(row.<String>getAs("line_item_currency_code")).isEmpty();
        assertThat(row.<Double>getAs("line_item_unblended_cost")).isEqualTo(0.0);
        assertThat(row.getJavaMap(row.fieldIndex("resource_tags"))).isEmpty();
        assertThat(row.<String>getAs("_text")).isEqualTo("000000000001,\"U\nD\"");
    }

    @Test
    void theTextOfARejectedRowIsCutWhereItIsTooLong() {
        Row row = rows(HEADER + "x".repeat(9_000) + "\n").select("_text").first();

        assertThat(row.getString(0)).hasSize(4_000).endsWith("x…");
    }

    @Test
    void theColumnsAQueryNeedsDoNotChangeWhichRowsAreRejected() {
        Dataset<Row> rows = rows(HEADER + "1,USD,abc,2,never,{bad,{}\n1,USD,1,2,,{},{}\n1,USD,1,2,never,{},{}\n");

        List<String> narrow = rows.selectExpr("coalesce(_reason, '')")
                .as(org.apache.spark.sql.Encoders.STRING())
                .collectAsList();

        assertThat(narrow)
                .containsExactly(
                        "line_item_unblended_cost is 'abc', no number",
                        "",
                        "line_item_usage_start_date is 'never', no date");
        assertThat(rows.collectAsList().stream().map(row -> row.<String>getAs("_reason")))
                .containsExactly(narrow.get(0), null, narrow.get(2));
    }

    @Test
    void aLegacyDiscountThatIsNoNumberIsNamedByItsKey() {
        Row row = read("discount/Edp\nabc\n", TextDialect.LEGACY).first();

        assertThat(row.<String>getAs("_reason")).isEqualTo("discount['edp'] is 'abc', no number");
    }

    private Dataset<Row> rows(String text) {
        return read(text, TextDialect.CUR2);
    }

    private Dataset<Row> read(String text, TextDialect dialect) {
        CsvFiles files = new CsvFiles(folder);
        return TextRows.read(TestSpark.session(), files.storage(), List.of(files.file(1, "a.csv", text)), dialect);
    }
}
