package io.curlake.jobs.lineitem.scan.column;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/** The first and the last value of some columns of a file. */
public final class ValueRanges {
    private final Map<String, TextCodes> texts = new TreeMap<>();
    private final Map<String, Times> times = new TreeMap<>();

    private ValueRanges() {}

    /** Of those columns that the schema has; others have no values. */
    public static ValueRanges of(StructType schema, Set<String> columns) {
        ValueRanges ranges = new ValueRanges();
        for (String column : columns) {
            if (!Arrays.asList(schema.fieldNames()).contains(column)) {
                continue;
            }
            if (schema.apply(column).dataType().equals(DataTypes.TimestampType)) {
                ranges.times.put(column, Times.of(schema, column));
            } else {
                ranges.texts.put(column, TextCodes.of(schema, column, new Vocabulary()));
            }
        }
        return ranges;
    }

    /** Takes the next batch. */
    public void read(ColumnarBatch batch) {
        texts.values().forEach(text -> text.read(batch));
        times.values().forEach(time -> time.read(batch));
    }

    /** By column; no entry for one without a value. */
    public Map<String, ValueRange<String>> texts() {
        Map<String, ValueRange<String>> found = new HashMap<>();
        texts.forEach((column, text) -> text.range().ifPresent(range -> found.put(column, range)));
        return found;
    }

    /** By column; no entry for one without a value. */
    public Map<String, ValueRange<Instant>> times() {
        Map<String, ValueRange<Instant>> found = new HashMap<>();
        times.forEach((column, time) -> time.range().ifPresent(range -> found.put(column, range)));
        return found;
    }
}
