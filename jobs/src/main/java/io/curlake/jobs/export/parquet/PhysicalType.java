package io.curlake.jobs.export.parquet;

import java.util.Optional;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.StringLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;

/** Physical types that every reader of a Delta table takes for the same: no guess about text, times or numbers. */
final class PhysicalType {
    private PhysicalType() {}

    /** Why readers may disagree about a field of a file; empty where they cannot. */
    static Optional<String> ambiguity(Type field) {
        return field.isPrimitive() ? ofPrimitive(field.asPrimitiveType()) : ofMap(field.asGroupType());
    }

    private static Optional<String> ofPrimitive(PrimitiveType type) {
        LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
        return switch (type.getPrimitiveTypeName()) {
            case DOUBLE, BOOLEAN -> Optional.empty();
            case INT32 -> logical == null ? Optional.empty() : Optional.of("is INT32 of " + logical);
            case BINARY ->
                logical instanceof StringLogicalTypeAnnotation
                        ? Optional.empty()
                        : Optional.of("is binary that is not marked as text");
            case INT64 ->
                logical == null
                        ? Optional.empty()
                        : logical instanceof TimestampLogicalTypeAnnotation time
                                ? ofTime(time)
                                : Optional.of("is INT64 of " + logical);
            case INT96 -> Optional.of("is a time of the outdated kind INT96");
            case FLOAT, FIXED_LEN_BYTE_ARRAY -> Optional.of("is " + type.getPrimitiveTypeName());
        };
    }

    private static Optional<String> ofTime(TimestampLogicalTypeAnnotation time) {
        if (!time.isAdjustedToUTC()) {
            return Optional.of("is a time without a zone");
        }
        return time.getUnit() == TimeUnit.NANOS ? Optional.of("is a time in nanoseconds") : Optional.empty();
    }

    private static Optional<String> ofMap(GroupType group) {
        boolean isMap = group.getFieldCount() == 1
                && !group.getType(0).isPrimitive()
                && group.getType(0).isRepetition(Type.Repetition.REPEATED)
                && group.getType(0).asGroupType().getFieldCount() == 2;
        if (!isMap) {
            return Optional.of("is neither a plain value nor a map");
        }
        GroupType entry = group.getType(0).asGroupType();
        for (Type part : entry.getFields()) {
            if (!part.isPrimitive()) {
                return Optional.of("is a map of more than plain values");
            }
            Optional<String> ambiguity = ofPrimitive(part.asPrimitiveType());
            if (ambiguity.isPresent()) {
                return ambiguity.map(a -> "holds a " + part.getName() + " that " + a);
            }
        }
        return Optional.empty();
    }
}
