package io.curlake.jobs.table;

import io.curlake.jobs.table.log.TableState;
import io.curlake.jobs.table.schema.Growth;
import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * The columns that the files of a publication hold, beside those of the table.
 *
 * @param table the table's columns as yet
 * @param what is published, and where, in the words of a refusal
 * @param held by any of the files
 */
record HeldColumns(StructType table, String what, StructType held) {
    /** Of no files. */
    static HeldColumns none(TableFolder folder, Optional<TableState> state, Optional<Partition> partition) {
        return new HeldColumns(
                state.map(TableState::schema).orElse(folder.table().schema()),
                partition.map(Partition::toString).orElse("rows") + " in "
                        + folder.table().tableName(),
                new StructType());
    }

    /** With files that hold these columns; refuses a column of another type than the table's. */
    HeldColumns with(StructType columns) {
        StructType more = columns.asNullable();
        merged(table, more);
        return new HeldColumns(table, what, merged(held, more));
    }

    /** With files of the table. */
    HeldColumns withTable() {
        return with(table);
    }

    /** Those of the columns that the files have. */
    StructType of(StructType wanted) {
        return new StructType(Arrays.stream(wanted.fields())
                .filter(field -> held.getFieldIndex(field.name()).isDefined())
                .toArray(StructField[]::new));
    }

    /** The table's columns with the columns and fields that only the files have; empty where there are none. */
    Optional<StructType> extended() {
        StructType all = merged(table, held);
        return all.equals(table) ? Optional.empty() : Optional.of(all);
    }

    /** The names of the columns that only the files have. */
    List<String> added() {
        StructType all = merged(table, held);
        return List.of(all.fieldNames()).subList(table.size(), all.size());
    }

    private StructType merged(StructType columns, StructType others) {
        Map<String, StructField> wider = new LinkedHashMap<>();
        Arrays.stream(columns.fields()).forEach(field -> wider.put(field.name(), field));
        Arrays.stream(others.fields()).forEach(field -> wider.merge(field.name(), field, this::grown));
        return new StructType(wider.values().toArray(StructField[]::new));
    }

    private StructField grown(StructField stored, StructField written) {
        DataType type = Growth.grown(stored.dataType(), written.dataType())
                .orElseThrow(() -> new Refusal(
                        ExitCode.DELIVERY_UNREADABLE,
                        "Cannot publish " + what + ": column '" + written.name() + "' is "
                                + written.dataType().simpleString() + " in the delivery and "
                                + stored.dataType().simpleString()
                                + " in the table. Nothing was published; deliver both sources in the same format, or "
                                + "load one of them into another warehouse."));
        return new StructField(stored.name(), type, stored.nullable(), stored.metadata());
    }
}
