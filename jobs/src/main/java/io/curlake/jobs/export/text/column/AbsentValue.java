package io.curlake.jobs.export.text.column;

import io.curlake.model.ColumnType;
import org.apache.spark.sql.catalyst.util.ArrayBasedMapData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.catalyst.util.MapData;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/** What stands for nothing: '', 0.0 and {}, as CUR 2.0 delivers them; only an absent time is null. */
public final class AbsentValue {
    static final Double ZERO = 0.0;
    static final MapData NO_KEYS =
            new ArrayBasedMapData(new GenericArrayData(new Object[0]), new GenericArrayData(new Object[0]));

    private AbsentValue() {}

    public static @Nullable Object of(ColumnType type) {
        return switch (type) {
            case STRING -> UTF8String.EMPTY_UTF8;
            case DOUBLE -> ZERO;
            case TIMESTAMP -> null;
            case STRING_MAP, DOUBLE_MAP -> NO_KEYS;
        };
    }
}
