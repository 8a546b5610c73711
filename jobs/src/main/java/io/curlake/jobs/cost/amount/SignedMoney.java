package io.curlake.jobs.cost.amount;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** A difference of money for reading: its sign and two places. The exact one is in the tables. */
public final class SignedMoney {
    private SignedMoney() {}

    /** "+1,234.56", "−12.34"; what rounds to nothing has no sign. */
    public static String of(BigDecimal difference) {
        BigDecimal cents = difference.setScale(2, RoundingMode.HALF_UP);
        String sign = cents.signum() > 0 ? "+" : cents.signum() < 0 ? "−" : "";
        return sign + String.format(Locale.ROOT, "%,.2f", cents.abs());
    }
}
