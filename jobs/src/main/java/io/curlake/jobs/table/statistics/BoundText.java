package io.curlake.jobs.table.statistics;

import java.util.Optional;
import org.apache.parquet.io.api.Binary;

/**
 * Texts as bounds in a file's statistics: at most 32 characters, of which a cut lower bound is a prefix and a cut upper
 * bound a prefix raised above everything that begins with it. Source: Delta's own writer, which cuts at the same length,
 * 2026.
 */
final class BoundText {
    private static final int LENGTH = 32;
    /** The highest code point there is, and no character. */
    private static final String HIGHEST = new String(Character.toChars(Character.MAX_CODE_POINT));

    private BoundText() {}

    /** Empty for bytes that are no text. */
    static Optional<String> lower(Binary minimum) {
        return text(minimum).map(text -> isShort(text) ? text : cut(text));
    }

    /** Empty for bytes that are no text, as a writer leaves that cuts within a character. */
    static Optional<String> upper(Binary maximum) {
        return text(maximum).map(text -> isShort(text) ? text : cut(text) + HIGHEST);
    }

    private static Optional<String> text(Binary bytes) {
        String text = bytes.toStringUsingUTF8();
        return Binary.fromString(text).equals(bytes) ? Optional.of(text) : Optional.empty();
    }

    private static boolean isShort(String text) {
        return text.codePointCount(0, text.length()) <= LENGTH;
    }

    private static String cut(String text) {
        return text.substring(0, text.offsetByCodePoints(0, LENGTH));
    }
}
