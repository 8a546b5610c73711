package io.curlake.model;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * An amount as three integers of its sign: whole units, billionths of a unit, and billionths of a billionth. Sums of each
 * part stay far from the bounds of a long (9 × 10^9 amounts at least), so that adding parts adds amounts exactly, without
 * objects. Parts are those of {@link Money#of(double)}; NaN and infinities, which rejected rows may hold, count as nothing.
 */
public final class MoneyParts {
    private static final long BILLION = 1_000_000_000L;
    private static final BigInteger BIG_BILLION = BigInteger.valueOf(BILLION);

    private MoneyParts() {}

    public static long whole(double amount) {
        double scaled = MoneyDigits.tenPlaces(amount);
        if (MoneyDigits.isExact(amount, scaled)) {
            return (long) scaled / (10 * BILLION);
        }
        if (!ShortestDecimal.covers(amount)) {
            return whole(exact(amount));
        }
        int scale = ShortestDecimal.scale(amount);
        return scale > Money.SCALE ? 0 : ShortestDecimal.digits(amount) / MoneyDigits.power(scale);
    }

    public static long billionths(double amount) {
        double scaled = MoneyDigits.tenPlaces(amount);
        if (MoneyDigits.isExact(amount, scaled)) {
            return (long) scaled % (10 * BILLION) / 10;
        }
        return ShortestDecimal.covers(amount) ? fraction(amount) / BILLION : billionths(exact(amount));
    }

    public static long billionthsOfBillionths(double amount) {
        double scaled = MoneyDigits.tenPlaces(amount);
        if (MoneyDigits.isExact(amount, scaled)) {
            return (long) scaled % 10 * (BILLION / 10);
        }
        return ShortestDecimal.covers(amount) ? fraction(amount) % BILLION : billionthsOfBillionths(exact(amount));
    }

    /** What is behind the point, in units of 10^-18; more places round half up, which is away from zero. */
    private static long fraction(double amount) {
        long digits = ShortestDecimal.digits(amount);
        int scale = ShortestDecimal.scale(amount);
        return scale <= Money.SCALE
                ? digits % MoneyDigits.power(scale) * MoneyDigits.units(scale)
                : MoneyDigits.rounded(digits, scale);
    }

    /** Of an amount of scale 18. */
    public static long whole(BigDecimal amount) {
        return amount.toBigInteger().longValueExact();
    }

    /** Of an amount of scale 18. */
    public static long billionths(BigDecimal amount) {
        return units(amount).divide(BIG_BILLION).remainder(BIG_BILLION).longValueExact();
    }

    /** Of an amount of scale 18. */
    public static long billionthsOfBillionths(BigDecimal amount) {
        return units(amount).remainder(BIG_BILLION).longValueExact();
    }

    /** The amount, with scale 18, that sums of parts stand for. */
    public static BigDecimal total(long whole, long billionths, long billionthsOfBillionths) {
        BigInteger units = BigInteger.valueOf(whole)
                .multiply(BIG_BILLION)
                .add(BigInteger.valueOf(billionths))
                .multiply(BIG_BILLION)
                .add(BigInteger.valueOf(billionthsOfBillionths));
        return new BigDecimal(units, Money.SCALE);
    }

    private static BigDecimal exact(double amount) {
        return Double.isFinite(amount) ? Money.of(amount) : BigDecimal.ZERO.setScale(Money.SCALE);
    }

    private static BigInteger units(BigDecimal amount) {
        return amount.setScale(Money.SCALE).unscaledValue();
    }
}
