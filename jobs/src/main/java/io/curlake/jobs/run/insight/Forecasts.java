package io.curlake.jobs.run.insight;

import io.curlake.jobs.insight.forecast.BackTest;
import io.curlake.jobs.insight.forecast.BackTestError;
import io.curlake.jobs.insight.forecast.MonthEnd;
import io.curlake.jobs.insight.forecast.SeriesForecast;
import io.curlake.jobs.insight.forecast.TotalForecast;
import io.curlake.jobs.insight.series.CostHistory;
import io.curlake.jobs.insight.series.SeriesKey;
import io.curlake.jobs.insight.series.SourceHistory;
import io.curlake.model.BillingPeriod;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The month end of every series of a source, and how good such forecasts were.
 *
 * @param lastDay the last day that is known
 */
record Forecasts(
        BillingPeriod period, LocalDate lastDay, Map<SeriesKey, SeriesForecast> series, List<BackTest.Case> cases) {
    private static final int MIDDLE_OF_MONTH = 15;

    /** The newest month. */
    static Forecasts of(SourceHistory history, BillingPeriod period, LocalDate lastDay) {
        MonthEnd monthEnd = new MonthEnd(period, lastDay, history.before(period));
        Map<SeriesKey, SeriesForecast> forecasts = new TreeMap<>(SeriesKey.ORDER);
        history.series().forEach((key, costs) -> {
            SeriesForecast forecast = monthEnd.of(costs, known(costs, period, lastDay));
            if (forecast.actual().signum() != 0 || forecast.atLeastKnown().signum() != 0) {
                forecasts.put(key, forecast);
            }
        });
        return new Forecasts(period, lastDay, forecasts, BackTest.of(history));
    }

    /** Whole days of what goes on, and every one-off charge that is there. */
    private static BigDecimal known(CostHistory costs, BillingPeriod period, LocalDate lastDay) {
        LocalDate first = period.month().atDay(1);
        return costs.regular(first, lastDay)
                .add(costs.oneOff(period, first, period.month().atEndOfMonth()));
    }

    /** The values of the rows of the table. */
    List<Object[]> rows() {
        List<Object[]> rows = new ArrayList<>();
        series.keySet().stream().map(SeriesKey::currency).distinct().sorted().forEach(currency -> {
            TotalForecast total = TotalForecast.of(of(key -> key.currency().equals(currency)));
            BackTestError error = error(key -> key.currency().equals(currency));
            rows.add(new Object[] {
                "total",
                "",
                "",
                currency,
                date(),
                "sum",
                total.actual(),
                total.oneOff(),
                total.forecast(),
                total.low(),
                total.high(),
                backTestDay(),
                error.months(),
                error.total().orElse(null),
                null
            });
        });
        series.forEach((key, forecast) -> rows.add(row(key, forecast)));
        return rows;
    }

    private Object[] row(SeriesKey key, SeriesForecast forecast) {
        BackTestError error = error(key::equals);
        return new Object[] {
            "series",
            key.account(),
            key.productCode(),
            key.currency(),
            date(),
            forecast.expected()
                    .map(expected -> expected.basis().name().toLowerCase(Locale.ROOT))
                    .orElse("not_enough"),
            forecast.actual(),
            forecast.oneOff(),
            forecast.forecast().orElse(null),
            forecast.low().orElse(null),
            forecast.high().orElse(null),
            backTestDay(),
            error.months(),
            error.error().orElse(null),
            error.inside()
        };
    }

    List<SeriesForecast> of(Predicate<SeriesKey> which) {
        return series.entrySet().stream()
                .filter(entry -> which.test(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private BackTestError error(Predicate<SeriesKey> which) {
        return BackTestError.of(cases.stream()
                .filter(one -> one.day() == backTestDay() && which.test(one.key()))
                .toList());
    }

    /** The day of back-tests that knew about as much of their month. */
    private int backTestDay() {
        return BackTest.DAYS.get(lastDay.getDayOfMonth() < MIDDLE_OF_MONTH ? 0 : 1);
    }

    private java.sql.Date date() {
        return java.sql.Date.valueOf(lastDay);
    }

    /** One sentence for each currency. */
    List<String> remarks() {
        Map<String, List<BackTest.Case>> currencies = cases.stream()
                .collect(Collectors.groupingBy(one -> one.key().currency(), TreeMap::new, Collectors.toList()));
        return currencies.entrySet().stream()
                .map(entry -> "forecasts in " + entry.getKey() + ", back-tested: " + sentence(entry.getValue()))
                .toList();
    }

    private static String sentence(List<BackTest.Case> cases) {
        return BackTest.DAYS.stream()
                .map(day -> {
                    BackTestError error = BackTestError.of(
                            cases.stream().filter(one -> one.day() == day).toList());
                    return "from day " + day + " of " + error.months() + " months the total was off by "
                            + percent(error.total()) + ", single series by " + percent(error.error()) + ", "
                            + error.inside() + " of " + error.forecasts() + " inside their interval";
                })
                .collect(Collectors.joining("; "));
    }

    private static String percent(Optional<BigDecimal> share) {
        return share.map(s -> String.format(Locale.ROOT, "%.1f %%", s.movePointRight(2)))
                .orElse("an unknown share");
    }
}
