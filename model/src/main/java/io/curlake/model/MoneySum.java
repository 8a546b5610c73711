package io.curlake.model;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.stream.LongStream;

/**
 * An exact sum of amounts, each converted by {@link Money}. Holds units of 10^-18 in 128 bits; what would not fit goes
 * to a {@link BigInteger}, so that no sum ever wraps. Most amounts take a path without objects: a double whose product
 * with 10^10 is an integer of at most 15 digits has that one decimal text of up to 15 digits, which is the shortest.
 */
public final class MoneySum implements Serializable {
    private static final double TEN_PLACES = 1e10;
    private static final double FIFTEEN_DIGITS = 1e15;
    private static final long UNITS_OF_TEN_PLACES = 100_000_000L;
    /** Two high words of at most this add up without a wrap. */
    private static final long HALF_FULL = Long.MAX_VALUE / 2;

    /** The units in one digit of each scale. */
    private static final long[] UNITS = LongStream.iterate(1_000_000_000_000_000_000L, units -> units / 10)
            .limit(Money.SCALE + 1)
            .toArray();

    private long high;
    private long low;
    private BigInteger spilled = BigInteger.ZERO;

    /** Adds an amount; throws IllegalArgumentException for NaN and infinities. */
    public void add(double amount) {
        if (amount == 0.0) {
            return;
        }
        double scaled = Math.rint(amount * TEN_PLACES);
        if (Math.abs(scaled) < FIFTEEN_DIGITS && scaled / TEN_PLACES == amount) {
            long digits = (long) scaled;
            add128(Math.multiplyHigh(digits, UNITS_OF_TEN_PLACES), digits * UNITS_OF_TEN_PLACES);
        } else {
            add(Money.of(amount));
        }
    }

    /** Adds {@code digits} × 10^-{@code scale}; throws IndexOutOfBoundsException unless the scale is 0 to 18. */
    public void add(long digits, int scale) {
        long units = UNITS[scale];
        add128(Math.multiplyHigh(digits, units), digits * units);
    }

    /** Adds an amount of scale 18. */
    public void add(BigDecimal amount) {
        BigInteger units = amount.setScale(Money.SCALE).unscaledValue();
        if (units.bitLength() < Long.SIZE) {
            long value = units.longValue();
            add128(value >> 63, value);
        } else {
            spilled = spilled.add(units);
        }
    }

    public void add(MoneySum other) {
        if (Math.abs(other.high) > HALF_FULL) {
            spilled = spilled.add(other.inPlace());
        } else {
            add128(other.high, other.low);
        }
        spilled = spilled.add(other.spilled);
    }

    /** The sum, with scale 18. */
    public BigDecimal total() {
        return new BigDecimal(inPlace().add(spilled), Money.SCALE);
    }

    private void add128(long otherHigh, long otherLow) {
        if (Math.abs(high) > HALF_FULL) {
            spill();
        }
        long sum = low + otherLow;
        long carry = Long.compareUnsigned(sum, low) < 0 ? 1 : 0;
        low = sum;
        high += otherHigh + carry;
    }

    private void spill() {
        spilled = spilled.add(inPlace());
        high = 0;
        low = 0;
    }

    private BigInteger inPlace() {
        BigInteger unsignedLow = BigInteger.valueOf(low >>> 1).shiftLeft(1).or(BigInteger.valueOf(low & 1));
        return BigInteger.valueOf(high).shiftLeft(Long.SIZE).add(unsignedLow);
    }
}
