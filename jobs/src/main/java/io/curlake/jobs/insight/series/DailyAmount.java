package io.curlake.jobs.insight.series;

import io.curlake.jobs.cost.ChargeKind;
import io.curlake.model.BillingPeriod;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a day of a series cost in a billing period.
 *
 * @param day none where the line items have no time
 */
public record DailyAmount(
        SeriesKey key, BillingPeriod period, Optional<LocalDate> day, Nature nature, BigDecimal amount) {

    /** Whether a cost goes on from day to day. */
    public enum Nature {
        REGULAR,
        /** Charged now and then: the days before say nothing of the next. */
        ONE_OFF;

        /** What a month's reservations left unused stands on the first of it; the fees of Savings Plans are hourly. */
        private static Nature of(ChargeKind kind) {
            return switch (kind) {
                case USAGE,
                        RESERVATION_USAGE,
                        SAVINGS_PLAN_USAGE,
                        SAVINGS_PLAN_NEGATION,
                        SAVINGS_PLAN_FEE,
                        DISCOUNT,
                        UNKNOWN -> REGULAR;
                case RESERVATION_FEE, RESERVATION_UPFRONT, FEE, SAVINGS_PLAN_UPFRONT, TAX, CREDIT, REFUND, FLAT_RATE ->
                    ONE_OFF;
            };
        }
    }

    /** The line item types that are charged once, or once a month. */
    public static final Set<String> ONE_OFF_TYPES = Arrays.stream(ChargeKind.values())
            .filter(kind -> Nature.of(kind) == Nature.ONE_OFF)
            .flatMap(kind -> kind.lineItemTypes().stream())
            .collect(Collectors.toUnmodifiableSet());

    /** A charge of a day outside of its month counts as one of the month's first day that does not go on. */
    boolean isRegular() {
        return nature == Nature.REGULAR && day.filter(this::isOfPeriod).isPresent();
    }

    LocalDate dayOfPeriod() {
        return day.filter(this::isOfPeriod).orElse(period.month().atDay(1));
    }

    private boolean isOfPeriod(LocalDate date) {
        return period.month().equals(YearMonth.from(date));
    }
}
