package io.curlake.jobs.cost;

import io.curlake.model.LineItemColumn;
import io.curlake.model.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount of money in terms of the columns of one line item, in its currency. Every column becomes a decimal by
 * {@link Money} before anything is added, so that sums over line items are exact.
 */
public sealed interface Amount {
    static Amount zero() {
        return new Zero();
    }

    /** Works the amount out. */
    <T> T by(Arithmetic<T> arithmetic);

    record Zero() implements Amount {
        @Override
        public <T> T by(Arithmetic<T> arithmetic) {
            return arithmetic.zero();
        }
    }

    record Of(LineItemColumn column) implements Amount {
        @Override
        public <T> T by(Arithmetic<T> arithmetic) {
            return arithmetic.of(column);
        }
    }

    record Sum(Amount one, Amount other) implements Amount {
        @Override
        public <T> T by(Arithmetic<T> arithmetic) {
            return arithmetic.sum(one.by(arithmetic), other.by(arithmetic));
        }
    }

    record Difference(Amount from, Amount subtracted) implements Amount {
        @Override
        public <T> T by(Arithmetic<T> arithmetic) {
            return arithmetic.difference(from.by(arithmetic), subtracted.by(arithmetic));
        }
    }

    /** {@code amount} × {@code part} / {@code whole}, half up to 18 places; the amount itself where the whole is zero. */
    record Share(Amount amount, Amount part, Amount whole) implements Amount {
        @Override
        public <T> T by(Arithmetic<T> arithmetic) {
            return arithmetic.share(this);
        }

        /** The same of numbers. */
        public static BigDecimal of(BigDecimal amount, BigDecimal part, BigDecimal whole) {
            return whole.signum() == 0
                    ? amount
                    : amount.multiply(part).divide(whole, Money.SCALE, RoundingMode.HALF_UP);
        }
    }

    static Amount of(LineItemColumn column) {
        return new Of(column);
    }

    default Amount plus(Amount other) {
        return new Sum(this, other);
    }

    default Amount minus(Amount subtracted) {
        return new Difference(this, subtracted);
    }

    default Amount negated() {
        return zero().minus(this);
    }

    /** The share of this amount that {@code part} has of {@code whole}. */
    default Amount share(Amount part, Amount whole) {
        return new Share(this, part, whole);
    }
}
