package io.curlake.jobs.table.schema;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** What the type of a column becomes when values are written that have more fields. */
public final class Growth {
    private Growth() {}

    /**
     * The type that holds both: that of the table, and behind its fields those that only the written values have, all
     * nullable. Empty where the two differ in any other way.
     */
    public static Optional<DataType> grown(DataType table, DataType written) {
        if (table instanceof StructType before && written instanceof StructType after) {
            return grownStruct(before, after);
        }
        if (table instanceof ArrayType before && written instanceof ArrayType after) {
            return grown(before.elementType(), after.elementType())
                    .map(element -> DataTypes.createArrayType(element, before.containsNull()));
        }
        return table.asNullable().equals(written.asNullable()) ? Optional.of(table) : Optional.empty();
    }

    private static Optional<DataType> grownStruct(StructType table, StructType written) {
        StructType grown = new StructType();
        for (StructField field : table.fields()) {
            Optional<DataType> type = written.getFieldIndex(field.name()).isEmpty()
                    ? Optional.empty()
                    : grown(field.dataType(), written.apply(field.name()).dataType());
            if (type.isEmpty()) {
                return Optional.empty();
            }
            grown = grown.add(field.name(), type.get(), field.nullable(), field.metadata());
        }
        List<String> known = List.of(table.fieldNames());
        return Optional.of(Arrays.stream(written.fields())
                .filter(field -> !known.contains(field.name()))
                .reduce(grown, (type, field) -> type.add(field.name(), field.dataType(), true), (a, b) -> a));
    }
}
