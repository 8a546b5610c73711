package io.curlake.jobs.insight.forecast;

import io.curlake.jobs.insight.series.WeeklyPattern.Basis;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * What a month will have cost.
 *
 * @param actual the cost so far
 * @param oneOff the one-off cost that is still to come, by the months before
 * @param expected what the days to come will cost; none where too few days are known
 */
public record SeriesForecast(BigDecimal actual, BigDecimal oneOff, Optional<Expected> expected) {

    /**
     * @param amount of the days to come
     * @param margin the amount lies within so much in four of five cases
     * @param errors what the same method was off by on earlier days: actual less expected, by days before the last one
     */
    public record Expected(BigDecimal amount, BigDecimal margin, Basis basis, Map<Integer, Double> errors) {}

    /** Without a pattern only what is there: no guess. */
    public BigDecimal atLeastKnown() {
        return expected.map(e -> actual.add(oneOff).add(e.amount())).orElse(actual);
    }

    public Optional<BigDecimal> forecast() {
        return expected.map(e -> atLeastKnown());
    }

    /** The cost is not less than this in nine of ten cases. */
    public Optional<BigDecimal> low() {
        return expected.map(e -> atLeastKnown().subtract(e.margin()));
    }

    public Optional<BigDecimal> high() {
        return expected.map(e -> atLeastKnown().add(e.margin()));
    }
}
