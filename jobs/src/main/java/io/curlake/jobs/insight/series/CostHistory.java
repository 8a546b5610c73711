package io.curlake.jobs.insight.series;

import io.curlake.model.BillingPeriod;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.TreeMap;

/** One series of daily costs: what goes on from day to day, and what was charged once. */
public final class CostHistory {
    private final TreeMap<LocalDate, BigDecimal> regular = new TreeMap<>();
    private final TreeMap<BillingPeriod, TreeMap<LocalDate, BigDecimal>> oneOffs = new TreeMap<>();

    void add(DailyAmount amount) {
        TreeMap<LocalDate, BigDecimal> days =
                amount.isRegular() ? regular : oneOffs.computeIfAbsent(amount.period(), p -> new TreeMap<>());
        days.merge(amount.dayOfPeriod(), amount.amount(), BigDecimal::add);
    }

    /** What the days of a series cost that go on, first and last included; a day without cost costs nothing. */
    public DailySeries regular() {
        return DailySeries.of(regular);
    }

    /** All cost of a period from day to day. */
    public BigDecimal regular(LocalDate from, LocalDate to) {
        return from.isAfter(to)
                ? BigDecimal.ZERO
                : sum(regular.subMap(from, true, to, true).values());
    }

    /** All one-off cost of a period from day to day. */
    public BigDecimal oneOff(BillingPeriod period, LocalDate from, LocalDate to) {
        return from.isAfter(to)
                ? BigDecimal.ZERO
                : sum(oneOffs.getOrDefault(period, new TreeMap<>())
                        .subMap(from, true, to, true)
                        .values());
    }

    /** All cost of a period up to a day. */
    public BigDecimal total(BillingPeriod period, LocalDate to) {
        LocalDate from = period.month().atDay(1);
        return regular(from, to).add(oneOff(period, from, to));
    }

    /** All cost of a period. */
    public BigDecimal total(BillingPeriod period) {
        return total(period, period.month().atEndOfMonth());
    }

    private static BigDecimal sum(Collection<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
