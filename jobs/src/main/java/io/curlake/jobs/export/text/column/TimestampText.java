package io.curlake.jobs.export.text.column;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Times as AWS writes them: {@code 2018-08-01T00:00:00Z}, with or without a fraction of a second. */
final class TimestampText {
    private static final String FORM = "0000-00-00T00:00:00";
    private static final int MOST_FRACTION_DIGITS = 9;
    private static final long MICROS = 1_000_000;

    private TimestampText() {}

    /** Microseconds since 1970, what is finer cut off; null where the text is no such time. */
    static @Nullable Long micros(byte[] text) {
        if (!isWellFormed(text)) {
            return null;
        }
        try {
            LocalDateTime second = LocalDateTime.of(
                    digits(text, 0, 4),
                    digits(text, 5, 7),
                    digits(text, 8, 10),
                    digits(text, 11, 13),
                    digits(text, 14, 16),
                    digits(text, 17, 19));
            return second.toEpochSecond(ZoneOffset.UTC) * MICROS + micros(text, FORM.length() + 1, text.length - 1);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static boolean isWellFormed(byte[] text) {
        int end = text.length - 1;
        return end >= FORM.length() && text[end] == 'Z' && hasForm(text) && hasFractionOrNone(text, end);
    }

    private static boolean hasFractionOrNone(byte[] text, int end) {
        int point = FORM.length();
        int fractionDigits = end - point - 1;
        return end == point
                || (text[point] == '.'
                        && fractionDigits >= 1
                        && fractionDigits <= MOST_FRACTION_DIGITS
                        && areDigits(text, point + 1, end));
    }

    private static boolean hasForm(byte[] text) {
        for (int i = 0; i < FORM.length(); i++) {
            boolean fits = FORM.charAt(i) == '0' ? areDigits(text, i, i + 1) : text[i] == FORM.charAt(i);
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static boolean areDigits(byte[] text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (text[i] < '0' || text[i] > '9') {
                return false;
            }
        }
        return true;
    }

    private static int digits(byte[] text, int start, int end) {
        int number = 0;
        for (int i = start; i < end; i++) {
            number = 10 * number + text[i] - '0';
        }
        return number;
    }

    private static long micros(byte[] text, int start, int end) {
        long micros = 0;
        for (int i = 0, unit = 100_000; i < end - start && unit > 0; i++, unit /= 10) {
            micros += (long) unit * (text[start + i] - '0');
        }
        return micros;
    }
}
