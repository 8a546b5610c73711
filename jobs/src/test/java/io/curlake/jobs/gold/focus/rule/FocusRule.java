package io.curlake.jobs.gold.focus.rule;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * A rule of FOCUS 1.2.
 *
 * @param check its name in {@link Checks}; "all" where it holds when others do; "not applicable" with the reason as argument
 * @param columns names, or a group: {@code *}, {@code *text}, {@code *decimal}, {@code *time}, {@code *map}, {@code *x}
 */
record FocusRule(String id, String check, String columns, String argument, Condition when) {
    static FocusRule of(String line) {
        String[] fields = line.split("\t", -1);
        return new FocusRule(fields[0], fields[1], fields[2], fields[3], Condition.of(fields[4]));
    }

    boolean isApplicable() {
        return !check.equals("not applicable");
    }

    boolean isComposite() {
        return check.equals("all");
    }

    List<String> arguments(String separator) {
        return List.of(argument.split(separator, -1));
    }

    List<String> columnsIn(StructType schema) {
        return columns.startsWith("*")
                ? Arrays.stream(schema.fields())
                        .filter(this::isInGroup)
                        .map(StructField::name)
                        .toList()
                : List.of(columns.split(" ", -1));
    }

    private boolean isInGroup(StructField field) {
        DataType type = field.dataType();
        boolean isCustom = field.name().startsWith("x_");
        return switch (columns) {
            case "*" -> true;
            case "*x" -> isCustom;
            case "*text" -> type.equals(DataTypes.StringType);
            case "*decimal" -> type instanceof DecimalType;
            case "*time" -> type.equals(DataTypes.TimestampType);
            case "*map" -> type instanceof MapType && !isCustom;
            default -> throw new IllegalArgumentException(columns);
        };
    }
}
