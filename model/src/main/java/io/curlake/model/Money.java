package io.curlake.model;

import com.fasterxml.jackson.core.io.schubfach.DoubleToDecimal;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The one conversion of an amount to DECIMAL(38,18), used by ledger, gold tables and sample alike: the shortest decimal
 * text of the double, rounded half up to 18 places, each amount before any sum. The shortest text comes from a Schubfach
 * implementation, because JDK 17's {@code Double.toString} is not always shortest.
 */
public final class Money {
    public static final int PRECISION = 38;
    public static final int SCALE = 18;

    private Money() {}

    /** The amount with scale 18; throws IllegalArgumentException for NaN and infinities, which are no amounts. */
    public static BigDecimal of(double amount) {
        if (!Double.isFinite(amount)) {
            throw new IllegalArgumentException(amount + " is no amount of money");
        }
        return rounded(new BigDecimal(DoubleToDecimal.toString(amount)));
    }

    /** The amount that a text states, with scale 18; throws NumberFormatException for what is no decimal number. */
    public static BigDecimal of(String text) {
        return rounded(new BigDecimal(text));
    }

    /** The amount as text: exact, without trailing zeros or an exponent. */
    public static String plain(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }

    private static BigDecimal rounded(BigDecimal exact) {
        return exact.setScale(SCALE, RoundingMode.HALF_UP);
    }
}
