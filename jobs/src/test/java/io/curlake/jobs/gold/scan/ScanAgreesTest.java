package io.curlake.jobs.gold.scan;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.map_entries;
import static org.apache.spark.sql.functions.sort_array;
import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.cost.Amount;
import io.curlake.jobs.cost.CostMeasure;
import io.curlake.jobs.cost.Net;
import io.curlake.jobs.gold.SampleLineItems;
import io.curlake.jobs.gold.TestScan;
import io.curlake.jobs.gold.scan.label.Labels;
import io.curlake.jobs.lineitem.scan.group.TextGroups;
import io.curlake.model.ExportFormat;
import io.curlake.model.LineItemColumn;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A scan of column batches finds what the same question in Spark SQL finds. */
class ScanAgreesTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(names = {"CUR2_PARQUET", "LEGACY_CSV"})
    void textsAndSumsOfEveryChargeAgree(ExportFormat format) {
        Dataset<Row> lineItems = SampleLineItems.in(folder, format).lineItems();
        Dataset<Row> wanted = SparkCharges.of(lineItems, Net.DELIVERED);

        Dataset<Row> scanned = TestScan.of(lineItems, grouping(wanted.schema()), wanted.schema());

        assertThat(texts(scanned)).isNotEmpty().containsExactlyElementsOf(texts(wanted));
    }

    @Test
    void everyEntryOfTheMapsIsALabel() {
        Dataset<Row> lineItems =
                SampleLineItems.in(folder, ExportFormat.CUR2_PARQUET).lineItems();

        TextGroups groups = TestScan.groups(lineItems, Grouping.by(List.of("labels")));

        Map<String, Long> scanned = new TreeMap<>();
        for (int group = 0; group < groups.size(); group++) {
            scanned.merge(
                    sorted(Labels.of(groups.text(group, 0))), groups.table().rows(group), Long::sum);
        }
        assertThat(scanned).hasSizeGreaterThan(10).isEqualTo(entries(lineItems));
    }

    private static Grouping grouping(StructType columns) {
        List<String> names = List.of(columns.fieldNames());
        Grouping grouping = Grouping.byDayAnd(names.subList(1, names.indexOf("rows")))
                .adding(kind -> Amount.of(LineItemColumn.LINE_ITEM_USAGE_AMOUNT));
        for (CostMeasure measure : CostMeasure.values()) {
            grouping.adding(kind -> measure.of(kind, Net.DELIVERED));
        }
        return grouping;
    }

    private static List<String> texts(Dataset<Row> rows) {
        return rows.collectAsList().stream().map(Row::toString).sorted().toList();
    }

    private static Map<String, Long> entries(Dataset<Row> lineItems) {
        return lineItems
                .select(Labels.COLUMNS.stream()
                        .map(column -> sort_array(map_entries(col(column.columnName()))))
                        .toArray(org.apache.spark.sql.Column[]::new))
                .collectAsList()
                .stream()
                .collect(Collectors.groupingBy(ScanAgreesTest::sorted, TreeMap::new, Collectors.counting()));
    }

    /** "0 user_team=search", one for each entry: the place of the column, key and value. */
    private static String sorted(Row row) {
        StringBuilder text = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            if (!row.isNullAt(column)) {
                for (Row entry : row.<Row>getList(column)) {
                    text.append(column)
                            .append(' ')
                            .append(entry.getString(0))
                            .append('=')
                            .append(entry.getString(1))
                            .append('\n');
                }
            }
        }
        return text.toString();
    }

    private static String sorted(Labels labels) {
        return labels.entries().stream()
                .sorted(java.util.Comparator.<Labels.Label>comparingInt(label -> Labels.COLUMNS.indexOf(label.column()))
                        .thenComparing(Labels.Label::key))
                .map(label -> Labels.COLUMNS.indexOf(label.column()) + " " + label.key() + "=" + label.value() + "\n")
                .collect(Collectors.joining());
    }
}
