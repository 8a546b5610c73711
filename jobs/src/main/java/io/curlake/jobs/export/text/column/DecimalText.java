package io.curlake.jobs.export.text.column;

import ch.randelshofer.fastdoubleparser.JavaDoubleParser;

/** The double nearest to a decimal text: digits, one point, an exponent; no blanks, words, hexadecimals or suffixes. */
final class DecimalText {
    private static final int MOST_DIGITS = 15;
    private static final double[] POWERS = new double[MOST_DIGITS + 1];

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = 10 * POWERS[i - 1];
        }
    }

    private DecimalText() {}

    /** NaN where the text is no number, or too large for a double. */
    static double parse(char[] chars, int start, int end) {
        boolean negative = start < end && chars[start] == '-';
        int at = negative ? start + 1 : start;
        int length = end - at;
        if (length > MOST_DIGITS + 1) {
            return parseAny(chars, start, end);
        }
        long digits = 0;
        int point = -1;
        for (int i = at; i < end; i++) {
            int digit = chars[i] - '0';
            if (digit >= 0 && digit <= 9) {
                digits = 10 * digits + digit;
            } else if (chars[i] == '.' && point < 0) {
                point = i;
            } else {
                return parseAny(chars, start, end);
            }
        }
        int count = point < 0 ? length : length - 1;
        if (count == 0 || count > MOST_DIGITS) {
            return parseAny(chars, start, end);
        }
        // Both operands are exact, so the quotient is the nearest double (Clinger 1990).
        double number = point < 0 ? digits : digits / POWERS[end - point - 1];
        return negative ? -number : number;
    }

    private static double parseAny(char[] chars, int start, int end) {
        for (int i = start; i < end; i++) {
            if ("0123456789.-+eE".indexOf(chars[i]) < 0) {
                return Double.NaN;
            }
        }
        try {
            double number = JavaDoubleParser.parseDouble(chars, start, end - start);
            return Double.isInfinite(number) ? Double.NaN : number;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
