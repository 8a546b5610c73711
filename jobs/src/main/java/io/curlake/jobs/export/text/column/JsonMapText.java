package io.curlake.jobs.export.text.column;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.catalyst.util.ArrayBasedMapData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.catalyst.util.MapData;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/** A flat JSON object as a map; of a key given twice the last value counts, a null is no value. */
final class JsonMapText {
    private static final JsonFactory JSON = new JsonFactory();

    private JsonMapText() {}

    /** Reads the value the parser stands on; null where it is none of the kind. */
    interface Value {
        @Nullable
        Object read(JsonParser json) throws IOException;
    }

    static @Nullable Object string(JsonParser json) throws IOException {
        return json.currentToken().isScalarValue() ? UTF8String.fromString(json.getText()) : null;
    }

    static @Nullable Object number(JsonParser json) throws IOException {
        if (!json.currentToken().isScalarValue()) {
            return null;
        }
        char[] text = json.getText().toCharArray();
        double number = DecimalText.parse(text, 0, text.length);
        return Double.isNaN(number) ? null : number;
    }

    /** Null where the text is no flat object of such values. */
    static @Nullable MapData parse(byte[] text, Value value) {
        try (JsonParser json = JSON.createParser(text)) {
            Map<UTF8String, Object> entries = new LinkedHashMap<>();
            boolean readable = json.nextToken() == JsonToken.START_OBJECT && addEntries(json, value, entries);
            return readable && json.nextToken() == null ? map(entries) : null;
        } catch (IOException e) {
            return null;
        }
    }

    private static boolean addEntries(JsonParser json, Value value, Map<UTF8String, Object> entries)
            throws IOException {
        for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
            if (json.nextToken() != JsonToken.VALUE_NULL) {
                Object read = value.read(json);
                if (read == null) {
                    return false;
                }
                entries.put(UTF8String.fromString(key), read);
            }
        }
        return true;
    }

    private static MapData map(Map<UTF8String, Object> entries) {
        return entries.isEmpty()
                ? AbsentValue.NO_KEYS
                : new ArrayBasedMapData(
                        new GenericArrayData(entries.keySet().toArray()),
                        new GenericArrayData(entries.values().toArray()));
    }
}
