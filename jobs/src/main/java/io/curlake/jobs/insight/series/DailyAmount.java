package io.curlake.jobs.insight.series;

import io.curlake.model.BillingPeriod;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

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
        ONE_OFF
    }

    /**
     * The line item types that are charged once, or once a month: what a month's reservations left unused stands on the
     * first of it. Discounts and the hourly fees of Savings Plans go on from day to day.
     */
    public static final Set<String> ONE_OFF_TYPES = Set.of(
            "Fee",
            "RIFee",
            "SavingsPlanUpfrontFee",
            "Tax",
            "Credit",
            "Refund",
            "FlatRateSubscription",
            "FlateRateSubscription");

    /** A charge of a day outside of its month counts as one of the month's first day that does not go on. */
    boolean isRegular() {
        return nature == Nature.REGULAR && day.filter(this::isOfPeriod).isPresent();
    }

    LocalDate dayOfPeriod() {
        return day.filter(this::isOfPeriod).orElse(period.month().atDay(1));
    }

    private boolean isOfPeriod(LocalDate date) {
        return period.month().equals(java.time.YearMonth.from(date));
    }
}
