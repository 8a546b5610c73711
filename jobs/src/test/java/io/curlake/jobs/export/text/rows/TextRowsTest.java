package io.curlake.jobs.export.text.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.TestSpark;
import io.curlake.jobs.export.text.CsvFiles;
import io.curlake.jobs.export.text.TextDialect;
import io.curlake.jobs.export.text.TextFile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextRowsTest {
    @TempDir
    Path folder;

    private CsvFiles files;

    @BeforeEach
    void openFolder() {
        files = new CsvFiles(folder);
    }

    @Test
    void aCur2FileReadsUnderItsNamesAndTypes() {
        Dataset<Row> rows = cur2("""
                line_item_usage_start_date,line_item_unblended_cost,bill_bill_type,resource_tags,discount
                2025-08-01T01:00:00.000Z,1.5,Purchase,"{""user_team"":""blå""}","{""edp"":-0.25}"
                """);

        assertThat(rows.schema().simpleString())
                .isEqualTo("struct<bill_bill_type:string,discount:map<string,double>,line_item_unblended_cost:double,"
                        + "line_item_usage_start_date:timestamp,resource_tags:map<string,string>,"
                        + "_file:int,_line:bigint,_reason:string,_text:string>");
        assertThat(shown(rows.selectExpr(
                        "bill_bill_type",
                        "discount",
                        "line_item_unblended_cost",
                        "line_item_usage_start_date",
                        "resource_tags",
                        "_file",
                        "_line",
                        "_reason",
                        "_text")))
                .containsExactly("Purchase|{edp -> -0.25}|1.5|2025-08-01 01:00:00|{user_team -> blå}|7|2|null|null");
    }

    @Test
    void legacyColumnsBecomeCur2ColumnsAndKeysOfItsMaps() {
        Dataset<Row> rows = legacy("""
                lineItem/UnblendedCost,product/ProductName,product/instanceType,product/vcpu,resourceTags/user:Team,discount/Edp,lineItem/Novelty
                2,Amazon EC2,m5.large,,core,-0.5,new
                3,,,,,,
                """);

        assertThat(rows.columns())
                .containsExactly(
                        "discount",
                        "line_item_unblended_cost",
                        "product",
                        "product_instance_type",
                        "resource_tags",
                        "line_item_novelty",
                        "_file",
                        "_line",
                        "_reason",
                        "_text");
        assertThat(shown(rows.drop("_file", "_line", "_text")))
                .containsExactly(
                        "{edp -> -0.5}|2.0|{product_name -> Amazon EC2}|m5.large|{user_team -> core}|new|null",
                        "{}|3.0|{}||{}||null");
    }

    @Test
    void ofTwoLegacyColumnsThatAreTheSameKeyTheFirstFilledOneCounts() {
        Dataset<Row> rows = legacy("""
                resourceTags/user:Team,resourceTags/user:team
                a,b
                ,c
                """);

        assertThat(shown(rows.select("resource_tags"))).containsExactly("{user_team -> a}", "{user_team -> c}");
    }

    @Test
    void aColumnThatOnlyAnotherFileHasReadsAsAbsent() {
        TextFile rich = files.file(1, "a.csv.gz", """
                bill/BillType,lineItem/UnblendedCost,lineItem/UsageStartDate,product/vcpu
                x,1,2018-08-01T00:00:00Z,4
                """);
        TextFile poor = files.file(2, "b.zip", "product/region\neu\n");

        assertThat(shown(read(List.of(rich, poor), TextDialect.LEGACY)
                        .drop("_line", "_reason", "_text")
                        .orderBy("_file")))
                .containsExactly("x|1.0|2018-08-01 00:00:00|{vcpu -> 4}|1", "|0.0|null|{region -> eu}|2");
    }

    @Test
    void aRecordKeepsItsStartingLineThroughQuotedAndBlankLines() {
        Dataset<Row> rows = cur2("bill_bill_type,bill_invoice_id\r\n\"a\r\nb\",\"say \"\"hi\"\"\"\r\n\r\nc,d");

        assertThat(shown(rows.select("bill_bill_type", "bill_invoice_id", "_line")))
                .containsExactly("a\r\nb|say \"hi\"|2", "c|d|5");
    }

    @Test
    void everyEntryOfAZipIsRead() {
        TextFile file = files.file(1, files.write("a.zip", CsvFiles.zip("a,b\n1,2\n", "a,b\n3,4\n")));

        assertThat(shown(read(List.of(file), TextDialect.CUR2).select("a", "b")))
                .containsExactly("1|2", "3|4");
    }

    @Test
    void everyMemberOfAGzipIsRead() {
        byte[] first = CsvFiles.gzip("a,b\n1,2\n3".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        byte[] second = CsvFiles.gzip(",4\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        TextFile file = files.file(1, files.write("a.csv.gz", both));

        assertThat(shown(read(List.of(file), TextDialect.CUR2).select("a", "b")))
                .containsExactly("1|2", "3|4");
    }

    @Test
    void thousandsOfFilesShareTheirTasks() {
        TextFile one = files.file(1, "a.csv", "a\n1\n");
        List<TextFile> many = java.util.Collections.nCopies(2_100, one);

        List<FileGroup> groups = FileGroup.spread(many);

        assertThat(groups).hasSize(2_000);
        assertThat(groups.stream().mapToInt(group -> group.files().size()).sum())
                .isEqualTo(2_100);
    }

    @Test
    void aQueryReadsOnlyTheColumnsItNeeds() {
        Dataset<Row> rows = cur2("bill_bill_type,bill_invoice_id\nx,y\n");

        assertThat(rows.select("bill_invoice_id")
                        .queryExecution()
                        .executedPlan()
                        .toString())
                .contains("1 columns");
        assertThat(rows.count()).isEqualTo(1);
    }

    private Dataset<Row> cur2(String text) {
        return read(List.of(files.file(7, "cur2.csv.gz", text)), TextDialect.CUR2);
    }

    private Dataset<Row> legacy(String text) {
        return read(List.of(files.file(7, "legacy.csv.gz", text)), TextDialect.LEGACY);
    }

    private Dataset<Row> read(List<TextFile> list, TextDialect dialect) {
        return TextRows.read(TestSpark.session(), files.storage(), list, dialect);
    }

    private static List<String> shown(Dataset<Row> rows) {
        String[] texts = Arrays.stream(rows.columns())
                .map(column -> "coalesce(cast(`" + column + "` as string), 'null')")
                .toArray(String[]::new);
        return rows.selectExpr(texts).collectAsList().stream()
                .map(row -> row.mkString("|"))
                .toList();
    }
}
