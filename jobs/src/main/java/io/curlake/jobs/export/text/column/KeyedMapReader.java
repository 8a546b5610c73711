package io.curlake.jobs.export.text.column;

import io.curlake.jobs.export.text.CsvRecord;
import java.util.List;
import org.apache.spark.sql.catalyst.util.ArrayBasedMapData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/** Reads a map whose keys are columns of the file; an empty field is a key the row does not have. */
final class KeyedMapReader implements ColumnReader {
    private final Key[] keys;
    private final Key[] filled;

    /** A key, the fields that may hold its value, and their reader. */
    static final class Key {
        private final UTF8String name;
        private final int[] fields;
        private final ColumnReader value;

        Key(UTF8String name, int[] fields, ColumnReader value) {
            this.name = name;
            this.fields = fields;
            this.value = value;
        }
    }

    KeyedMapReader(List<Key> keys) {
        this.keys = keys.toArray(new Key[0]);
        this.filled = new Key[keys.size()];
    }

    @Override
    public Object read(CsvRecord record, Complaint complaint) {
        int count = 0;
        for (Key key : keys) {
            if (record.firstFilled(key.fields) >= 0) {
                filled[count++] = key;
            }
        }
        if (count == 0) {
            return AbsentValue.NO_KEYS;
        }
        Object[] names = new Object[count];
        @Nullable Object[] values = new Object[count];
        for (int i = 0; i < count; i++) {
            names[i] = filled[i].name;
            values[i] = filled[i].value.read(record, complaint);
        }
        return new ArrayBasedMapData(new GenericArrayData(names), new GenericArrayData(values));
    }
}
