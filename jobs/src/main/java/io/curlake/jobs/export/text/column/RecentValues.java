package io.curlake.jobs.export.text.column;

import io.curlake.jobs.export.text.CsvRecord;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The values of the texts a column held lately: billing columns repeat themselves, and a value found costs no object.
 * A text lives in the one slot that its length and some of its chars choose.
 */
final class RecentValues<T> {
    private static final int SLOTS = 128;

    private final Parser<T> parser;
    private final char[][] texts = new char[SLOTS][];
    private final Object[] values = new Object[SLOTS];

    /** Gives the value of a text; null where the text is none. */
    interface Parser<T> {
        @Nullable
        T parse(byte[] text);
    }

    RecentValues(Parser<T> parser) {
        this.parser = parser;
    }

    @SuppressWarnings("unchecked")
    @Nullable
    T of(CsvRecord record, int field) {
        char[] chars = record.chars();
        int start = record.start(field);
        int length = record.end(field) - start;
        int slot = slot(chars, start, length);
        char[] recent = texts[slot];
        if (recent != null && Arrays.equals(recent, 0, recent.length, chars, start, start + length)) {
            return (T) values[slot];
        }
        T value = parser.parse(record.bytes(field));
        if (value != null) {
            texts[slot] = Arrays.copyOfRange(chars, start, start + length);
            values[slot] = value;
        }
        return value;
    }

    private static int slot(char[] chars, int start, int length) {
        int last = start + length - 1;
        int hash = length + 31 * chars[last] + 131 * chars[last - length / 4] + 521 * chars[last - length / 2];
        return (hash ^ hash >>> 7) & SLOTS - 1;
    }
}
