package io.curlake.jobs.sample.files;

import org.apache.parquet.io.api.Binary;
import org.jspecify.annotations.Nullable;

/** Encoded strings: most strings of a line item were in one of the lines before. */
final class Binaries {
    private static final int KEPT = 1 << 15;

    private record Encoded(String text, Binary bytes) {}

    private final @Nullable Encoded[] kept = new @Nullable Encoded[KEPT];

    Binary of(String text) {
        if (text.isEmpty()) {
            return Binary.EMPTY;
        }
        int hash = text.hashCode();
        int slot = (hash ^ (hash >>> 15)) & (KEPT - 1);
        Encoded found = kept[slot];
        if (found == null || !found.text().equals(text)) {
            found = new Encoded(text, Binary.fromString(text));
            kept[slot] = found;
        }
        return found.bytes();
    }
}
