package io.curlake.model.config;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Amounts as they are written in a configuration. */
final class Amounts {
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,18}(\\.\\d{1,18})?");

    private Amounts() {}

    static BigDecimal positive(String text) {
        if (!AMOUNT.matcher(text).matches() || new BigDecimal(text).signum() == 0) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no amount above zero: write for example 1000 or 99.50");
        }
        return new BigDecimal(text);
    }
}
