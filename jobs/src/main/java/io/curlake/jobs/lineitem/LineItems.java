package io.curlake.jobs.lineitem;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;

import io.curlake.model.ColumnType;
import io.curlake.model.LineItemColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Rows of any format as canonical line items: CUR 2.0 names and types, known columns in the order of the table, columns
 * that AWS added since behind them. All formats look alike: an absent string is '', an absent double 0.0, an absent map
 * {}, as CUR 2.0 delivers them. A column that the whole delivery lacks is left out, and reads NULL from the table.
 */
public final class LineItems {
    private LineItems() {}

    /** @param deliveryColumns the canonical columns that at least one file of the delivery has */
    public static Dataset<Row> conform(Dataset<Row> rows, Set<String> deliveryColumns) {
        Set<String> present = Set.of(rows.columns());
        List<Column> columns = new ArrayList<>();
        for (LineItemColumn column : LineItemColumn.values()) {
            if (present.contains(column.columnName())) {
                columns.add(filled(column));
            } else if (deliveryColumns.contains(column.columnName())) {
                columns.add(absent(column.type()).as(column.columnName()));
            }
        }
        Arrays.stream(rows.columns())
                .filter(name -> LineItemColumn.named(name).isEmpty())
                .forEach(name -> columns.add(col(name)));
        return rows.select(columns.toArray(Column[]::new));
    }

    private static Column filled(LineItemColumn column) {
        Column delivered = col(column.columnName()).cast(ColumnTypes.of(column.type()));
        return switch (column.type()) {
            case TIMESTAMP -> delivered.as(column.columnName());
            case STRING, DOUBLE, STRING_MAP, DOUBLE_MAP ->
                coalesce(delivered, absent(column.type())).as(column.columnName());
        };
    }

    private static Column absent(ColumnType type) {
        return switch (type) {
            case STRING -> lit("");
            case DOUBLE -> lit(0.0);
            case TIMESTAMP -> lit(null).cast(ColumnTypes.of(type));
            case STRING_MAP, DOUBLE_MAP -> map().cast(ColumnTypes.of(type));
        };
    }
}
