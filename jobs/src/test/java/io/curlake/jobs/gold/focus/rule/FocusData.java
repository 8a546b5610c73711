package io.curlake.jobs.gold.focus.rule;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** A dataset as rules see it. */
public record FocusData(StructType schema, List<Row> rows) {
    public static FocusData of(Dataset<Row> charges) {
        return new FocusData(charges.schema(), charges.collectAsList());
    }

    /** The rows with that text in a column. */
    public FocusData only(String column, String text) {
        return new FocusData(
                schema,
                rows.stream().filter(row -> text.equals(row.getAs(column))).toList());
    }

    /** Without some columns at the end, which rows keep. */
    public FocusData without(String... columns) {
        return new FocusData(
                new StructType(Arrays.stream(schema.fields())
                        .filter(field -> !List.of(columns).contains(field.name()))
                        .toArray(StructField[]::new)),
                rows);
    }
}
