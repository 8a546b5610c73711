package io.curlake.jobs.sample.catalog;

import java.math.BigDecimal;

/**
 * Amounts as whole units of 10^-10, in which sums are exact. Up to 15 digits the nearest double has that decimal number
 * as its shortest text, so that what cancels in units cancels in every exact sum of the delivered numbers.
 */
public final class Units {
    public static final int PLACES = 10;
    private static final double PER_ONE = 1e10;
    private static final long PER_HUNDRED_THOUSANDTH = 100_000;

    private Units() {}

    static long of(String decimal) {
        return new BigDecimal(decimal).setScale(PLACES).unscaledValue().longValueExact();
    }

    /** The double nearest to that many units. */
    public static double amount(long units) {
        return units / PER_ONE;
    }

    /** What an hourly rate, a multiple of 10^-5, costs for so many hundred thousandths of an hour. */
    public static long cost(long hourlyRate, long hundredThousandths) {
        return hourlyRate / PER_HUNDRED_THOUSANDTH * hundredThousandths;
    }

    /** A percentage, rounded half up away from zero. */
    public static long percent(long units, int percent) {
        long scaled = units * percent;
        return (scaled + (scaled < 0 ? -50 : 50)) / 100;
    }

    /** The rate nearest to a percentage of that one that is a multiple of 10^-5. */
    public static long hourlyRate(long rate, int percent) {
        return Math.max(1, percent(rate / PER_HUNDRED_THOUSANDTH, percent)) * PER_HUNDRED_THOUSANDTH;
    }

    /** The text of a rate with ten places, as AWS writes rates. */
    public static String rate(long units) {
        return BigDecimal.valueOf(units, PLACES).toPlainString();
    }
}
