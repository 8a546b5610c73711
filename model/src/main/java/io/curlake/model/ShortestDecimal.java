package io.curlake.model;

import java.math.BigInteger;
import java.util.stream.IntStream;

/**
 * The shortest decimal text of a double as an integer of its digits, without making the text. Source: Raffaello Giulietti,
 * "The Schubfach way to render doubles", 2022, sections 8 and 9, whose names the code keeps. Leaves out what is rare among
 * amounts of money: powers of two, whose neighbours lie at two distances, and numbers as small or as large as
 * {@link #covers} says.
 */
final class ShortestDecimal {
    private static final double SMALLEST = 1e-19;
    private static final double LARGEST = 1e16;

    /** A double is c × 2^q, where c has 53 bits; these are the least and the greatest q that are covered. */
    private static final int Q_MIN = Math.getExponent(SMALLEST) - 52;

    private static final int Q_MAX = Math.getExponent(LARGEST) - 52;
    private static final int FRACTION_BITS = 52;
    private static final long C_MIN = 1L << FRACTION_BITS;
    private static final long MASK_63 = Long.MAX_VALUE;

    /** By q: the exponent of the last digit. */
    private static final int[] K =
            eachQ().map(q -> (int) Math.floor(q * Math.log10(2))).toArray();

    /** By q: the 126 leading bits of 10^-k, rounded up, in two words of 63 bits. */
    private static final long[] G1 =
            eachQ().mapToLong(q -> g(q).shiftRight(63).longValue()).toArray();

    private static final long[] G0 =
            eachQ().mapToLong(q -> g(q).longValue() & MASK_63).toArray();

    /** By q: how far c is moved before it is multiplied. */
    private static final int[] H =
            eachQ().map(q -> q + powerOfTen(q).bitLength() - 1 + 2).toArray();

    private ShortestDecimal() {}

    /** Whether the double is from 10^-19 to 10^16, of either sign, and no power of two. */
    static boolean covers(double amount) {
        double size = Math.abs(amount);
        return size >= SMALLEST && size < LARGEST && (Double.doubleToRawLongBits(amount) & (C_MIN - 1)) != 0;
    }

    /** The number of decimal places that {@link #digits} counts in: 0 to 35. */
    static int scale(double amount) {
        return -K[index(amount)];
    }

    /** The digits: at most 18, signed, the last ones possibly zeros. */
    static long digits(double amount) {
        int q = index(amount);
        long c = C_MIN | (Double.doubleToRawLongBits(amount) & (C_MIN - 1));
        long size = digits(c, G1[q], G0[q], H[q]);
        return amount < 0 ? -size : size;
    }

    private static long digits(long c, long g1, long g0, int h) {
        long out = c & 1;
        long cb = c << 2;
        long vb = rop(g1, g0, cb << h);
        long vbl = rop(g1, g0, (cb - 2) << h) + out;
        long vbr = rop(g1, g0, (cb + 2) << h) - out;
        long s = vb >> 2;
        // One digit less, where exactly one of its two candidates is within the rounding interval.
        long tens = s / 10 * 10;
        boolean isTensIn = vbl <= tens << 2;
        boolean isNextTensIn = (tens + 10) << 2 <= vbr;
        if (isTensIn != isNextTensIn) {
            return isTensIn ? tens : tens + 10;
        }
        long t = s + 1;
        boolean isLowerIn = vbl <= s << 2;
        boolean isUpperIn = t << 2 <= vbr;
        if (isLowerIn != isUpperIn) {
            return isLowerIn ? s : t;
        }
        long comparison = vb - ((s + t) << 1);
        return comparison < 0 || (comparison == 0 && (s & 1) == 0) ? s : t;
    }

    /** The product of g and cp without its low 127 bits, rounded to odd. */
    private static long rop(long g1, long g0, long cp) {
        long x1 = Math.multiplyHigh(g0, cp);
        long y0 = g1 * cp;
        long y1 = Math.multiplyHigh(g1, cp);
        long z = (y0 >>> 1) + x1;
        long w = y1 + (z >>> 63);
        return w | (((z & MASK_63) + MASK_63) >>> 63);
    }

    private static int index(double amount) {
        return Math.getExponent(amount) - FRACTION_BITS - Q_MIN;
    }

    private static IntStream eachQ() {
        return IntStream.rangeClosed(Q_MIN, Q_MAX);
    }

    private static BigInteger g(int q) {
        BigInteger power = powerOfTen(q);
        return power.shiftLeft(126 - power.bitLength()).add(BigInteger.ONE);
    }

    private static BigInteger powerOfTen(int q) {
        return BigInteger.TEN.pow(-K[q - Q_MIN]);
    }
}
