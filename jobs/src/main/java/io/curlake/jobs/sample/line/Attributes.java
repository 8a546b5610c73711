package io.curlake.jobs.sample.line;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A map column of a line item.
 *
 * @param raw by the keys of legacy CUR, sorted
 * @param delivered by the keys of CUR 2.0; of two raw keys that become one, the first keeps its value
 */
public record Attributes(Map<String, String> raw, Map<String, String> delivered) {
    public static final Attributes NONE = new Attributes(Map.of(), Map.of());

    /** Attributes whose keys CUR 2.0 normalizes. */
    public static Attributes normalized(Map<String, String> raw) {
        Map<String, String> delivered = new LinkedHashMap<>();
        raw.forEach((key, value) -> delivered.putIfAbsent(AthenaName.of(key), value));
        return new Attributes(raw, delivered);
    }

    /** Attributes whose keys CUR 2.0 leaves as they are. */
    public static Attributes verbatim(Map<String, String> raw) {
        return new Attributes(raw, raw);
    }
}
