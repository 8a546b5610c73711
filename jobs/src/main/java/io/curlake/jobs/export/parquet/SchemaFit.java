package io.curlake.jobs.export.parquet;

import io.curlake.jobs.lineitem.ColumnTypes;
import io.curlake.model.LineItemColumn;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Whether columns of a file are those of {@code line_item}: by name and type, known columns and later ones alike. */
public final class SchemaFit {
    private static final Set<String> OF_THE_TABLE = Set.of("source", "billing_period");

    private SchemaFit() {}

    /**
     * The first column that does not fit, and why; empty where all do.
     *
     * @param physical as the file's footer has it
     * @param columns the same as Spark reads it
     */
    public static Optional<String> misfit(MessageType physical, StructType columns) {
        Set<String> names = new HashSet<>();
        for (Type field : physical.getFields()) {
            Optional<String> misfit = !names.add(field.getName().toLowerCase(Locale.ROOT))
                    ? Optional.of("is there twice, but for upper and lower case")
                    : misfit(field, columns.apply(field.getName()));
            if (misfit.isPresent()) {
                return misfit.map(why -> "column '" + field.getName() + "' " + why);
            }
        }
        return Optional.empty();
    }

    /** The first column that not all schemas have, in the same type. */
    public static Optional<String> difference(StructType one, StructType other) {
        for (StructField field : one.fields()) {
            if (other.getFieldIndex(field.name()).isEmpty()) {
                return Optional.of("column '" + field.name() + "' is in some files of the delivery only");
            }
            DataType type = ColumnTypes.nullable(other.apply(field.name()).dataType());
            if (!type.equals(ColumnTypes.nullable(field.dataType()))) {
                return Optional.of("column '" + field.name() + "' is " + type.simpleString() + " in other files");
            }
        }
        return List.of(other.fieldNames()).equals(List.of(one.fieldNames())) ? Optional.empty() : reverse(one, other);
    }

    private static Optional<String> reverse(StructType one, StructType other) {
        Set<String> names = Set.of(one.fieldNames());
        for (String name : other.fieldNames()) {
            if (!names.contains(name)) {
                return Optional.of("column '" + name + "' is in some files of the delivery only");
            }
        }
        return Optional.empty();
    }

    private static Optional<String> misfit(Type field, StructField column) {
        if (OF_THE_TABLE.contains(field.getName().toLowerCase(Locale.ROOT))) {
            return Optional.of("has the name of a partition column");
        }
        Optional<DataType> wanted = LineItemColumn.named(field.getName()).map(c -> ColumnTypes.of(c.type()));
        DataType found = ColumnTypes.nullable(column.dataType());
        if (wanted.isPresent() && !wanted.get().equals(found)) {
            return Optional.of(
                    "is " + found.simpleString() + ", and " + wanted.get().simpleString() + " in line_item");
        }
        return PhysicalType.ambiguity(field);
    }
}
