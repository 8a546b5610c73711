package io.curlake.model;

import java.util.stream.LongStream;

/** The digits of amounts in arithmetic without objects. */
final class MoneyDigits {
    private static final double TEN_PLACES = 1e10;
    private static final double FIFTEEN_DIGITS = 1e15;
    private static final long[] POWERS =
            LongStream.iterate(1, power -> power * 10).limit(Money.SCALE + 1).toArray();

    private MoneyDigits() {}

    /** The amount in units of 10^-10, rounded; {@link #isExact} says whether these are all of its digits. */
    static double tenPlaces(double amount) {
        return Math.rint(amount * TEN_PLACES);
    }

    /** An integer of at most 15 digits that is the amount has the one decimal text of up to 15 digits: the shortest. */
    static boolean isExact(double amount, double tenPlaces) {
        return Math.abs(tenPlaces) < FIFTEEN_DIGITS && tenPlaces / TEN_PLACES == amount;
    }

    /** 10 to the exponent; throws IndexOutOfBoundsException unless that is 0 to 18. */
    static long power(int exponent) {
        return POWERS[exponent];
    }

    /** The units of 10^-18 in one digit of that scale; throws IndexOutOfBoundsException unless that is 0 to 18. */
    static long units(int scale) {
        return POWERS[Money.SCALE - scale];
    }

    /** The units of 10^-18 in digits of a larger scale, rounded half up as {@link Money} does: away from zero. */
    static long rounded(long digits, int scale) {
        long divisor = POWERS[scale - Money.SCALE];
        long quotient = digits / divisor;
        long twice = 2 * (digits % divisor);
        return Math.abs(twice) >= divisor ? quotient + Long.signum(digits) : quotient;
    }
}
