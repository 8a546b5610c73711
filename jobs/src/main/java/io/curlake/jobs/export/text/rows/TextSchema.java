package io.curlake.jobs.export.text.rows;

import io.curlake.jobs.export.TargetColumn;
import io.curlake.jobs.export.text.TextDialect;
import io.curlake.jobs.export.text.TextFile;
import io.curlake.model.ColumnType;
import io.curlake.model.LineItemColumn;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The columns of the rows of a delivery. */
final class TextSchema {
    private TextSchema() {}

    static StructType of(List<TextFile> files, TextDialect dialect) {
        Set<String> unknown = columns(files, dialect);
        StructType schema = new StructType();
        for (LineItemColumn column : LineItemColumn.values()) {
            if (unknown.remove(column.columnName())) {
                schema = schema.add(column.columnName(), type(column.type()));
            }
        }
        for (String column : unknown) {
            schema = schema.add(column, DataTypes.StringType);
        }
        return schema.add(TextRows.FILE, DataTypes.IntegerType, false)
                .add(TextRows.LINE, DataTypes.LongType, false)
                .add(TextRows.REASON, DataTypes.StringType)
                .add(TextRows.TEXT, DataTypes.StringType);
    }

    /** Sorted, so that unknown columns come in the same order whatever the order of the files. */
    private static Set<String> columns(List<TextFile> files, TextDialect dialect) {
        Set<String> headers = new HashSet<>();
        files.forEach(file -> headers.addAll(file.header()));
        Set<String> columns = new TreeSet<>();
        headers.stream().map(dialect::target).map(TargetColumn::column).forEach(columns::add);
        return columns;
    }

    private static DataType type(ColumnType type) {
        return switch (type) {
            case STRING -> DataTypes.StringType;
            case DOUBLE -> DataTypes.DoubleType;
            case TIMESTAMP -> DataTypes.TimestampType;
            case STRING_MAP -> DataTypes.createMapType(DataTypes.StringType, DataTypes.StringType);
            case DOUBLE_MAP -> DataTypes.createMapType(DataTypes.StringType, DataTypes.DoubleType);
        };
    }
}
