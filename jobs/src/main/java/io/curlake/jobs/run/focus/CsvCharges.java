package io.curlake.jobs.run.focus;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.to_json;

import java.util.Arrays;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;

/** Charges as CSV in gzip. */
final class CsvCharges {
    private static final Map<String, String> OPTIONS = Map.of(
            "header", "true",
            "compression", "gzip",
            "timeZone", "UTC",
            "timestampFormat", "yyyy-MM-dd'T'HH:mm:ss'Z'",
            "nullValue", "",
            // A quote within quotes is doubled, as RFC 4180 has it.
            "escape", "\"");

    private CsvCharges() {}

    static void write(Dataset<Row> charges, String folder) {
        Column[] columns =
                Arrays.stream(charges.schema().fields()).map(CsvCharges::text).toArray(Column[]::new);
        charges.select(columns).write().mode("append").options(OPTIONS).csv(folder);
    }

    private static Column text(StructField field) {
        Column column = col(field.name());
        if (field.dataType() instanceof MapType) {
            return to_json(column).as(field.name());
        }
        // Spark writes a decimal of zero as 0E-18.
        return field.dataType() instanceof DecimalType ? column.cast("string").as(field.name()) : column;
    }
}
