package io.curlake.jobs.lineitem;

import io.curlake.model.ColumnType;
import io.curlake.model.LineItemColumn;
import java.util.Arrays;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The Spark types of line item columns. */
public final class ColumnTypes {
    private static final DataType STRING_MAP = DataTypes.createMapType(DataTypes.StringType, DataTypes.StringType);
    private static final DataType DOUBLE_MAP = DataTypes.createMapType(DataTypes.StringType, DataTypes.DoubleType);

    private ColumnTypes() {}

    public static DataType of(ColumnType type) {
        return switch (type) {
            case STRING -> DataTypes.StringType;
            case DOUBLE -> DataTypes.DoubleType;
            case TIMESTAMP -> DataTypes.TimestampType;
            case STRING_MAP -> STRING_MAP;
            case DOUBLE_MAP -> DOUBLE_MAP;
        };
    }

    /**
     * Whether a file's column of that type can be read as the line item column without a loss. Discounts have been seen
     * as text as well as numbers.
     */
    public static boolean fits(DataType delivered, ColumnType wanted) {
        DataType nullable = nullable(delivered);
        return nullable.equals(of(wanted)) || (wanted == ColumnType.DOUBLE_MAP && nullable.equals(STRING_MAP));
    }

    /** The type with every key's value nullable, as tables declare it. */
    public static DataType nullable(DataType type) {
        return type instanceof org.apache.spark.sql.types.MapType map
                ? DataTypes.createMapType(map.keyType(), map.valueType(), true)
                : type;
    }

    /** All known columns, nullable, in the order of the table. */
    public static StructType lineItemSchema() {
        return Arrays.stream(LineItemColumn.values())
                .reduce(
                        new StructType(),
                        (schema, column) -> schema.add(column.columnName(), of(column.type()), true),
                        (a, b) -> a);
    }
}
