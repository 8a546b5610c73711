package io.curlake.jobs.lineitem.scan;

import org.apache.spark.sql.execution.vectorized.ConstantColumnVector;
import org.apache.spark.sql.execution.vectorized.OnHeapColumnVector;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/** Batches of a few visible values. */
public final class Batches {
    private Batches() {}

    public static ColumnarBatch of(int rows, ColumnVector... columns) {
        return new ColumnarBatch(columns, rows);
    }

    /** Plain texts. */
    public static ColumnVector texts(@Nullable String... values) {
        OnHeapColumnVector column = new OnHeapColumnVector(values.length, DataTypes.StringType);
        for (int row = 0; row < values.length; row++) {
            String value = values[row];
            if (value == null) {
                column.putNull(row);
            } else {
                column.putByteArray(row, UTF8String.fromString(value).getBytes());
            }
        }
        return column;
    }

    public static ColumnVector doubles(@Nullable Double... values) {
        OnHeapColumnVector column = new OnHeapColumnVector(values.length, DataTypes.DoubleType);
        for (int row = 0; row < values.length; row++) {
            Double value = values[row];
            // What lies under a null is undefined.
            column.putDouble(row, value == null ? 77 : value);
            if (value == null) {
                column.putNull(row);
            }
        }
        return column;
    }

    /** The same value in every row. */
    public static ConstantColumnVector constant(DataType type, int rows) {
        ConstantColumnVector column = new ConstantColumnVector(rows, type);
        column.setNotNull();
        return column;
    }

    public static StructType schema(String... columns) {
        StructType schema = new StructType();
        for (String column : columns) {
            schema = schema.add(column, column.endsWith("_cost") ? DataTypes.DoubleType : DataTypes.StringType);
        }
        return schema;
    }
}
