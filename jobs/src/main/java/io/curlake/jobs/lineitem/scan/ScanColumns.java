package io.curlake.jobs.lineitem.scan;

import io.curlake.jobs.lineitem.ColumnTypes;
import io.curlake.model.CostColumn;
import io.curlake.model.LineItemColumn;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.types.StructType;

/** The columns that a scan asks a file for. */
final class ScanColumns {
    private ScanColumns() {}

    /** The cost columns, then the others, each once. */
    static StructType withCosts(LineItemColumn... others) {
        return withCosts(Arrays.stream(others).map(LineItemColumn::columnName).toList());
    }

    /** The cost columns, then the others, each once; throws IllegalArgumentException for one that CUR 2.0 lacks. */
    static StructType withCosts(List<String> others) {
        Set<String> names = new LinkedHashSet<>(CostColumn.lineItemColumns());
        names.addAll(others);
        StructType schema = new StructType();
        for (String name : names) {
            LineItemColumn column = LineItemColumn.named(name)
                    .orElseThrow(() -> new IllegalArgumentException("'" + name + "' is no column of a line item"));
            schema = schema.add(name, ColumnTypes.of(column.type()), true);
        }
        return schema;
    }
}
