package io.curlake.jobs.insight.forecast;

import io.curlake.jobs.insight.series.CostHistory;
import io.curlake.jobs.insight.series.SeriesKey;
import io.curlake.jobs.insight.series.SourceHistory;
import io.curlake.model.BillingPeriod;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Closed months forecast as if only their first days were known, and compared with what they cost in the end. */
public final class BackTest {
    /** How many days of a month are taken as known. */
    public static final List<Integer> DAYS = List.of(10, 20);

    private static final int MONTHS = 6;
    private static final BigDecimal PLACES = new BigDecimal("0.000001");

    private BackTest() {}

    /** A forecast of one series, and what came of it. */
    public record Case(BillingPeriod period, int day, SeriesKey key, SeriesForecast forecast, BigDecimal actual) {
        /** What the month cost more than was forecast. */
        BigDecimal error() {
            return actual.subtract(forecast.atLeastKnown());
        }

        /** Whether there was an interval. */
        boolean isForecast() {
            return forecast.expected().isPresent();
        }

        /** Forecasts are good to six places. */
        boolean isInside() {
            return forecast.expected()
                    .filter(expected ->
                            error().abs().compareTo(expected.margin().add(PLACES)) <= 0)
                    .isPresent();
        }
    }

    /** The newest closed months, from the first days of each; a series counts in months in which it cost anything. */
    public static List<Case> of(SourceHistory source) {
        List<Case> cases = new ArrayList<>();
        List<BillingPeriod> closed = source.periods().stream()
                .filter(period -> source.lastComplete()
                        .filter(last -> !last.isBefore(period.month().atEndOfMonth()))
                        .isPresent())
                .collect(Collectors.toList());
        for (BillingPeriod period : closed.subList(Math.max(0, closed.size() - MONTHS), closed.size())) {
            for (int day : DAYS) {
                cases.addAll(of(source, period, day));
            }
        }
        return cases;
    }

    private static List<Case> of(SourceHistory source, BillingPeriod period, int day) {
        MonthEnd monthEnd = new MonthEnd(period, period.month().atDay(day), source.before(period));
        // Each series is forecast from thirteen days: most of what a refresh does besides Spark.
        return source.series().entrySet().parallelStream()
                .map(series -> of(monthEnd, day, series.getKey(), series.getValue()))
                .filter(one -> one.actual().signum() != 0
                        || one.forecast().atLeastKnown().signum() != 0)
                .toList();
    }

    private static Case of(MonthEnd monthEnd, int day, SeriesKey key, CostHistory history) {
        return new Case(monthEnd.period(), day, key, monthEnd.inRetrospect(history), history.total(monthEnd.period()));
    }
}
