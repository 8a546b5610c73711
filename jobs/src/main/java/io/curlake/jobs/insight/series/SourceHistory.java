package io.curlake.jobs.insight.series;

import io.curlake.model.BillingPeriod;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** All series of a source, and what of its months is over. */
public final class SourceHistory {
    private final Map<SeriesKey, CostHistory> series = new TreeMap<>(SeriesKey.ORDER);
    private final List<BillingPeriod> periods;
    private final Optional<LocalDate> lastComplete;

    private SourceHistory(List<BillingPeriod> periods, Optional<LocalDate> lastComplete) {
        this.periods = periods;
        this.lastComplete = lastComplete;
    }

    /** @param today in UTC */
    public static SourceHistory of(List<DailyAmount> amounts, LocalDate today) {
        NavigableSet<BillingPeriod> periods = new TreeSet<>();
        amounts.forEach(amount -> periods.add(amount.period()));
        SourceHistory history = new SourceHistory(List.copyOf(periods), lastComplete(amounts, periods, today));
        amounts.forEach(amount -> history.series
                .computeIfAbsent(amount.key(), key -> new CostHistory())
                .add(amount));
        return history;
    }

    /**
     * The day before the last one with usage, which AWS may still be counting. The last day of a month that was over for two
     * days is complete.
     */
    private static Optional<LocalDate> lastComplete(
            List<DailyAmount> amounts, NavigableSet<BillingPeriod> periods, LocalDate today) {
        return amounts.stream()
                .filter(amount -> amount.period().equals(periods.last()) && amount.isRegular())
                .map(DailyAmount::dayOfPeriod)
                .filter(day -> !day.isAfter(today))
                .max(LocalDate::compareTo)
                .map(last -> {
                    LocalDate end = periods.last().month().atEndOfMonth();
                    return last.equals(end) && today.isAfter(end.plusDays(2)) ? last : last.minusDays(1);
                });
    }

    public Map<SeriesKey, CostHistory> series() {
        return Collections.unmodifiableMap(series);
    }

    /** Oldest first. */
    public List<BillingPeriod> periods() {
        return periods;
    }

    public Optional<BillingPeriod> newest() {
        return periods.isEmpty() ? Optional.empty() : Optional.of(periods.get(periods.size() - 1));
    }

    /** The months before one, newest first. */
    public List<BillingPeriod> before(BillingPeriod period) {
        List<BillingPeriod> before = new ArrayList<>(
                periods.stream().filter(p -> p.compareTo(period) < 0).toList());
        Collections.reverse(before);
        return before;
    }

    /** The last day whose cost is whole; none without usage. */
    public Optional<LocalDate> lastComplete() {
        return lastComplete;
    }
}
