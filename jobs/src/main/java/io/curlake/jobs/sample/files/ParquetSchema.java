package io.curlake.jobs.sample.files;

import io.curlake.jobs.sample.columns.ExportColumn;
import java.util.List;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/** The physical schema of AWS's files: every field required, strings UTF8, times TIMESTAMP_MILLIS in UTC. */
final class ParquetSchema {
    private ParquetSchema() {}

    static MessageType of(List<ExportColumn> columns) {
        return new MessageType(
                "spark_schema", columns.stream().map(ParquetSchema::field).toList());
    }

    private static Type field(ExportColumn column) {
        return switch (column.type()) {
            case STRING -> text(column.name());
            case DOUBLE -> number(column.name());
            case TIMESTAMP ->
                Types.required(PrimitiveTypeName.INT64)
                        .as(LogicalTypeAnnotation.timestampType(true, TimeUnit.MILLIS))
                        .named(column.name());
            case STRING_MAP -> map(column.name(), text("value"));
            case DOUBLE_MAP -> map(column.name(), number("value"));
        };
    }

    private static Type map(String name, Type value) {
        return Types.requiredMap()
                .key(text("key").asPrimitiveType())
                .value(value)
                .named(name);
    }

    private static Type text(String name) {
        return Types.required(PrimitiveTypeName.BINARY)
                .as(LogicalTypeAnnotation.stringType())
                .named(name);
    }

    private static Type number(String name) {
        return Types.required(PrimitiveTypeName.DOUBLE).named(name);
    }
}
