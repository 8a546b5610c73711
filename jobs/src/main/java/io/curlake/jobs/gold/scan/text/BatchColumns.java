package io.curlake.jobs.gold.scan.text;

import io.curlake.jobs.lineitem.ColumnTypes;
import io.curlake.model.LineItemColumn;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.types.StructType;

/** The columns that somebody asked for, each once, in the order of asking: those of the batches that are read. */
public final class BatchColumns {
    private final List<LineItemColumn> columns = new ArrayList<>();

    /** Where in the batches the column will be. */
    public int position(LineItemColumn column) {
        if (!columns.contains(column)) {
            columns.add(column);
        }
        return columns.indexOf(column);
    }

    public StructType schema() {
        StructType schema = new StructType();
        for (LineItemColumn column : columns) {
            schema = schema.add(column.columnName(), ColumnTypes.of(column.type()), true);
        }
        return schema;
    }
}
