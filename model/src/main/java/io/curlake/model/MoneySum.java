package io.curlake.model;

import java.io.Serializable;
import java.math.BigDecimal;

/** An exact sum of amounts, each converted by {@link Money}; one of {@link MoneySums}. */
public final class MoneySum implements Serializable {
    private final MoneySums sums = new MoneySums(1);

    /** Adds an amount; throws IllegalArgumentException for NaN and infinities. */
    public void add(double amount) {
        sums.add(0, amount);
    }

    /** Adds {@code digits} × 10^-{@code scale}; throws IndexOutOfBoundsException unless the scale is 0 to 18. */
    public void add(long digits, int scale) {
        sums.add(0, digits, scale);
    }

    /** Adds an amount of scale 18. */
    public void add(BigDecimal amount) {
        sums.add(0, amount);
    }

    public void add(MoneySum other) {
        sums.add(0, other.sums, 0);
    }

    /** The sum, with scale 18. */
    public BigDecimal total() {
        return sums.total(0);
    }
}
