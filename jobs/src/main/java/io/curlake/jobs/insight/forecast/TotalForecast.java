package io.curlake.jobs.insight.forecast;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Forecasts of several series added up. Those without one count with what they cost so far. The interval is made of the
 * sums of past errors: errors of different series cancel as far as they did before.
 */
public record TotalForecast(BigDecimal actual, BigDecimal oneOff, BigDecimal forecast, BigDecimal margin) {

    public static TotalForecast of(List<SeriesForecast> parts) {
        BigDecimal actual = sum(parts.stream().map(SeriesForecast::actual).toList());
        BigDecimal forecast =
                sum(parts.stream().map(SeriesForecast::atLeastKnown).toList());
        BigDecimal oneOff = sum(parts.stream()
                .filter(part -> part.expected().isPresent())
                .map(SeriesForecast::oneOff)
                .toList());
        return new TotalForecast(actual, oneOff, forecast, margin(parts));
    }

    public BigDecimal low() {
        return forecast.subtract(margin);
    }

    public BigDecimal high() {
        return forecast.add(margin);
    }

    private static BigDecimal margin(List<SeriesForecast> parts) {
        Map<Integer, Double> errors = new TreeMap<>();
        BigDecimal ofYoung = BigDecimal.ZERO;
        for (SeriesForecast part : parts) {
            Optional<SeriesForecast.Expected> expected = part.expected();
            if (expected.isPresent()
                    && Margin.of(expected.get().errors().values()).isEmpty()) {
                ofYoung = ofYoung.add(expected.get().margin());
            }
            expected.filter(e -> Margin.of(e.errors().values()).isPresent())
                    .ifPresent(e -> e.errors().forEach((day, error) -> errors.merge(day, error, Double::sum)));
        }
        BigDecimal ofOld = BigDecimal.valueOf(Margin.of(errors.values()).orElse(0));
        return ofOld.add(ofYoung).setScale(6, RoundingMode.HALF_UP);
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
