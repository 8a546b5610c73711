package io.curlake.jobs.insight.forecast;

import io.curlake.jobs.insight.forecast.BackTest.Case;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How far forecasts were off.
 *
 * @param months how many months they are of
 * @param forecasts how many of the cases had enough data for a forecast
 * @param inside how many of these ended inside their interval
 * @param error the sum of the absolute errors of all cases, as a share of what they cost (WAPE); none where they cost nothing
 * @param total the same of the months as wholes
 */
public record BackTestError(
        int months, int cases, int forecasts, int inside, Optional<BigDecimal> error, Optional<BigDecimal> total) {
    private static final int PLACES = 6;

    /** @param cases in one currency */
    public static BackTestError of(List<Case> cases) {
        List<List<Case>> months = List.copyOf(cases.stream()
                .collect(Collectors.groupingBy(one -> one.period() + " " + one.day()))
                .values());
        List<BigDecimal> errors = months.stream()
                .map(month -> month.stream().map(Case::error).reduce(BigDecimal.ZERO, BigDecimal::add))
                .toList();
        return new BackTestError(
                (int) cases.stream().map(Case::period).distinct().count(),
                cases.size(),
                (int) cases.stream().filter(Case::isForecast).count(),
                (int) cases.stream().filter(Case::isInside).count(),
                share(cases.stream().map(Case::error).toList(), cases),
                share(errors, cases));
    }

    private static Optional<BigDecimal> share(List<BigDecimal> errors, List<Case> cases) {
        BigDecimal cost = absolute(cases.stream().map(Case::actual).toList());
        return cost.signum() == 0
                ? Optional.empty()
                : Optional.of(absolute(errors).divide(cost, PLACES, RoundingMode.HALF_UP));
    }

    private static BigDecimal absolute(List<BigDecimal> amounts) {
        return amounts.stream().map(BigDecimal::abs).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
