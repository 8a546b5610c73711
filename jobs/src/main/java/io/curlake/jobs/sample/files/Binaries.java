package io.curlake.jobs.sample.files;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.parquet.io.api.Binary;

/** Encoded strings: most strings of a line item were in one of the lines before. */
final class Binaries {
    private static final int MOST_KEPT = 1 << 17;

    private final Map<String, Binary> kept = new HashMap<>();

    Binary of(String text) {
        if (text.isEmpty()) {
            return Binary.EMPTY;
        }
        Binary known = kept.get(text);
        if (known == null) {
            if (kept.size() == MOST_KEPT) {
                kept.clear();
            }
            known = Binary.fromConstantByteArray(text.getBytes(StandardCharsets.UTF_8));
            kept.put(text, known);
        }
        return known;
    }
}
