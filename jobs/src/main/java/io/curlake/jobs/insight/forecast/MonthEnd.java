package io.curlake.jobs.insight.forecast;

import io.curlake.jobs.insight.forecast.SeriesForecast.Expected;
import io.curlake.jobs.insight.series.CostHistory;
import io.curlake.jobs.insight.series.DailySeries;
import io.curlake.jobs.insight.series.WeeklyPattern;
import io.curlake.jobs.insight.series.WeeklyPattern.Basis;
import io.curlake.model.BillingPeriod;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Forecasts a month from its first days.
 *
 * @param period the month
 * @param last the last day that is known
 * @param before the months before it, newest first
 */
public record MonthEnd(BillingPeriod period, LocalDate last, List<BillingPeriod> before) {
    /** Past forecasts that an interval is made of, and the days between them. */
    private static final int ORIGINS = 12;

    private static final int STEP = 3;
    /** One-off charges are expected again when each of so many months had them, at least {@link #FEWEST_MONTHS}. */
    private static final int MONTHS = 3;

    private static final int FEWEST_MONTHS = 2;
    private static final int PLACES = 6;

    /** @param known the cost of the month so far, of whatever day */
    public SeriesForecast of(CostHistory history, BigDecimal known) {
        return new SeriesForecast(known, oneOffsToCome(history), expected(history.regular()));
    }

    /** As on the evening of the last day: nothing that is charged later is known. */
    SeriesForecast inRetrospect(CostHistory history) {
        return new SeriesForecast(history.total(period, last), recurring(history), expected(history.regular()));
    }

    int daysToCome() {
        return (int) ChronoUnit.DAYS.between(last, end(period));
    }

    private Optional<Expected> expected(DailySeries series) {
        if (series.isEmpty()) {
            return Optional.of(new Expected(BigDecimal.ZERO, BigDecimal.ZERO, Basis.SILENT, Map.of()));
        }
        int days = daysToCome();
        return WeeklyPattern.of(series, last).map(pattern -> {
            Map<Integer, Double> errors = errors(series, days);
            double margin = Margin.of(errors.values())
                    // Too young to have been forecast before: as if all days to come were off in the same direction.
                    .orElse(Margin.NORMAL * pattern.spread() * days);
            return new Expected(money(pattern.expectedSum(days)), money(margin), pattern.basis(), errors);
        });
    }

    private Map<Integer, Double> errors(DailySeries series, int days) {
        Map<Integer, Double> errors = new TreeMap<>();
        for (int i = 0; i < ORIGINS; i++) {
            int back = days + i * STEP;
            LocalDate origin = last.minusDays(back);
            WeeklyPattern.of(series, origin)
                    .filter(pattern -> WeeklyPattern.isOfAsMuch(series, origin, last))
                    .ifPresent(pattern ->
                            errors.put(back, series.sum(origin.plusDays(1), days) - pattern.expectedSum(days)));
        }
        return errors;
    }

    /** Less what of it is there already, dated later than the last whole day. */
    private BigDecimal oneOffsToCome(CostHistory history) {
        BigDecimal recurring = recurring(history);
        BigDecimal there = history.oneOff(period, unknownFrom(period), end(period));
        BigDecimal missing = recurring.subtract(there);
        return missing.signum() == recurring.signum() ? missing : BigDecimal.ZERO;
    }

    private BigDecimal recurring(CostHistory history) {
        List<BigDecimal> later = before.stream()
                .limit(MONTHS)
                .map(month -> history.oneOff(month, unknownFrom(month), end(month)))
                .toList();
        boolean isRecurring = later.size() >= FEWEST_MONTHS && later.stream().noneMatch(amount -> amount.signum() == 0);
        return isRecurring
                ? later.stream()
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(BigDecimal.valueOf(later.size()), PLACES, RoundingMode.HALF_UP)
                : BigDecimal.ZERO;
    }

    /** The day of a month after as many days as are known of this one: none where it has only begun. */
    private LocalDate unknownFrom(BillingPeriod month) {
        long known = ChronoUnit.DAYS.between(period.month().atDay(1), last) + 1;
        return month.month()
                .atDay(1)
                .plusDays(Math.max(0, Math.min(known, month.month().lengthOfMonth())));
    }

    private static LocalDate end(BillingPeriod month) {
        return month.month().atEndOfMonth();
    }

    private static BigDecimal money(double amount) {
        return BigDecimal.valueOf(amount).setScale(PLACES, RoundingMode.HALF_UP);
    }
}
