package io.curlake.jobs.export.text.scan;

import io.curlake.model.Money;
import io.curlake.model.MoneySum;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The amount in one cost field of the record being scanned; overwritten by the next record. */
final class Amount {
    /** A decimal of up to 15 digits is the shortest text of its nearest double, so that text and double sum alike. */
    private static final int DIGITS_A_DOUBLE_HOLDS = 15;

    private boolean filled;
    private long digits;
    private int scale;
    private @Nullable BigDecimal exact;
    private double nearest;

    void clear() {
        filled = false;
        digits = 0;
        exact = null;
    }

    /** Reads the field; of several that mean the same column the first that is not empty counts. */
    void read(byte[] bytes, int start, int end) {
        if (filled || start == end) {
            return;
        }
        filled = true;
        boolean negative = bytes[start] == '-';
        long value = 0;
        int count = 0;
        int point = -1;
        for (int i = negative ? start + 1 : start; i < end; i++) {
            byte b = bytes[i];
            if (b >= '0' && b <= '9' && count < DIGITS_A_DOUBLE_HOLDS) {
                value = 10 * value + (b - '0');
                count++;
            } else if (b == '.' && point < 0) {
                point = i;
            } else {
                readSlowly(bytes, start, end);
                return;
            }
        }
        if (count > 0) {
            digits = negative ? -value : value;
            scale = point < 0 ? 0 : end - point - 1;
        }
    }

    private void readSlowly(byte[] bytes, int start, int end) {
        String text = new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
        if (!text.chars().allMatch(c -> "0123456789.-+eE".indexOf(c) >= 0)) {
            return;
        }
        try {
            nearest = Double.parseDouble(text);
            // What rounds to the double 0 is far below 10^-18, and its exact value may have a billion digits.
            exact = nearest == 0 || Double.isInfinite(nearest) ? null : Money.of(text);
        } catch (NumberFormatException e) {
            exact = null;
        }
    }

    void addTo(MoneySum texts, MoneySum doubles) {
        if (exact != null) {
            texts.add(exact);
            doubles.add(nearest);
        } else if (digits != 0) {
            texts.add(digits, scale);
            doubles.add(digits, scale);
        }
    }
}
