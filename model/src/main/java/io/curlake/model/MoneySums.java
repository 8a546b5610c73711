package io.curlake.model;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/**
 * Many exact sums of amounts, each amount converted by {@link Money}. A sum holds units of 10^-18 in 128 bits; what would
 * not fit goes to a {@link BigInteger}, so that no sum ever wraps. Most amounts take a path without objects: a double
 * whose product with 10^10 is an integer of at most 15 digits has that one decimal text of up to 15 digits, which is the
 * shortest. Sums are counted from 0, and one that was never added to is zero.
 */
public final class MoneySums implements Serializable {
    private static final long UNITS_OF_TEN_PLACES = 100_000_000L;
    /** So many numbers of fifteen digits add up without a wrap, and so many amounts of 10^16 to half of 128 bits. */
    private static final int AT_ONCE = 8_000;
    /** Two high words of at most this add up without a wrap. */
    private static final long HALF_FULL = Long.MAX_VALUE / 2;

    /** The high and the low word of each sum, by turns. */
    private long[] words;

    private Map<Integer, BigInteger> spilled = Collections.emptyMap();

    /** @param expected how many sums to make room for; there may be more */
    public MoneySums(int expected) {
        this.words = new long[2 * expected];
    }

    /** Adds an amount to a sum; throws IllegalArgumentException for NaN and infinities. */
    public void add(int sum, double amount) {
        if (amount == 0.0) {
            return;
        }
        double scaled = MoneyDigits.tenPlaces(amount);
        if (MoneyDigits.isExact(amount, scaled)) {
            addTenPlaces(sum, (long) scaled);
        } else {
            addLong(sum, amount);
        }
    }

    /** Adds the amounts from one index to another, which is exclusive; throws as for a single one. */
    public void add(int sum, double[] amounts, int from, int to) {
        for (int start = from; start < to; start += AT_ONCE) {
            addAtOnce(sum, amounts, start, Math.min(to, start + AT_ONCE));
        }
    }

    /** Holds the sum in two locals, which the machine keeps in registers. */
    private void addAtOnce(int sum, double[] amounts, int from, int to) {
        long tenPlaces = 0;
        long high = 0;
        long low = 0;
        for (int i = from; i < to; i++) {
            double amount = amounts[i];
            double scaled = MoneyDigits.tenPlaces(amount);
            if (MoneyDigits.isExact(amount, scaled)) {
                tenPlaces += (long) scaled;
            } else if (ShortestDecimal.covers(amount) && ShortestDecimal.scale(amount) <= Money.SCALE) {
                long digits = ShortestDecimal.digits(amount);
                long units = MoneyDigits.units(ShortestDecimal.scale(amount));
                long added = digits * units;
                low += added;
                high += Math.multiplyHigh(digits, units) + (Long.compareUnsigned(low, added) < 0 ? 1 : 0);
            } else {
                addLong(sum, amount);
            }
        }
        addTenPlaces(sum, tenPlaces);
        add128(sum, high, low);
    }

    /** Adds {@code digits} × 10^-{@code scale}; throws IndexOutOfBoundsException unless the scale is 0 to 18. */
    public void add(int sum, long digits, int scale) {
        long units = MoneyDigits.units(scale);
        add128(sum, Math.multiplyHigh(digits, units), digits * units);
    }

    /** Adds an amount of scale 18. */
    public void add(int sum, BigDecimal amount) {
        BigInteger units = amount.setScale(Money.SCALE).unscaledValue();
        if (units.bitLength() < Long.SIZE) {
            long value = units.longValue();
            add128(sum, value >> 63, value);
        } else {
            spill(sum, units);
        }
    }

    /** Adds one of the other sums. */
    public void add(int sum, MoneySums others, int other) {
        if (Math.abs(others.high(other)) > HALF_FULL) {
            spill(sum, others.inPlace(other));
        } else {
            add128(sum, others.high(other), others.low(other));
        }
        BigInteger ofOther = others.spilled.get(other);
        if (ofOther != null) {
            spill(sum, ofOther);
        }
    }

    /** The sum, with scale 18. */
    public BigDecimal total(int sum) {
        return new BigDecimal(inPlace(sum).add(spilled.getOrDefault(sum, BigInteger.ZERO)), Money.SCALE);
    }

    /** Whether the sum is one that DECIMAL(38,18) holds. */
    public boolean fits(int sum) {
        boolean isSmall = Math.abs(high(sum)) < HALF_FULL && !spilled.containsKey(sum);
        return isSmall || total(sum).precision() <= Money.PRECISION;
    }

    /** Gives back the room for more sums than that; sums beyond it must be zero. */
    public void trim(int sums) {
        words = Arrays.copyOf(words, 2 * sums);
    }

    /** Adds an amount of many digits. */
    private void addLong(int sum, double amount) {
        if (!ShortestDecimal.covers(amount)) {
            add(sum, Money.of(amount));
            return;
        }
        long digits = ShortestDecimal.digits(amount);
        int scale = ShortestDecimal.scale(amount);
        if (scale <= Money.SCALE) {
            add(sum, digits, scale);
        } else {
            long units = MoneyDigits.rounded(digits, scale);
            add128(sum, units >> 63, units);
        }
    }

    private void addTenPlaces(int sum, long digits) {
        add128(sum, Math.multiplyHigh(digits, UNITS_OF_TEN_PLACES), digits * UNITS_OF_TEN_PLACES);
    }

    private void add128(int sum, long otherHigh, long otherLow) {
        int high = 2 * sum;
        if (high >= words.length) {
            words = Arrays.copyOf(words, Math.max(high + 2, 2 * words.length));
        }
        if (Math.abs(words[high]) > HALF_FULL) {
            spill(sum, inPlace(sum));
            words[high] = 0;
            words[high + 1] = 0;
        }
        long low = words[high + 1] + otherLow;
        long carry = Long.compareUnsigned(low, otherLow) < 0 ? 1 : 0;
        words[high + 1] = low;
        words[high] += otherHigh + carry;
    }

    private void spill(int sum, BigInteger units) {
        if (spilled.isEmpty()) {
            spilled = new HashMap<>();
        }
        spilled.merge(sum, units, BigInteger::add);
    }

    private long high(int sum) {
        return 2 * sum < words.length ? words[2 * sum] : 0;
    }

    private long low(int sum) {
        return 2 * sum < words.length ? words[2 * sum + 1] : 0;
    }

    private BigInteger inPlace(int sum) {
        long low = low(sum);
        BigInteger unsignedLow = BigInteger.valueOf(low >>> 1).shiftLeft(1).or(BigInteger.valueOf(low & 1));
        return BigInteger.valueOf(high(sum)).shiftLeft(Long.SIZE).add(unsignedLow);
    }
}
