package io.curlake.jobs.insight.budget;

import io.curlake.model.config.BudgetConfig;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How a budget stands.
 *
 * @param actual the cost so far
 * @param forecast the cost at the end of the month or year
 */
public record BudgetStatus(BudgetConfig budget, BigDecimal actual, BigDecimal forecast) {
    private static final int PLACES = 6;

    /** Whether the amount is spent, or will be. */
    public enum State {
        UNDER,
        FORECAST_OVER,
        OVER
    }

    public State state() {
        if (actual.compareTo(budget.amount()) > 0) {
            return State.OVER;
        }
        return forecast.compareTo(budget.amount()) > 0 ? State.FORECAST_OVER : State.UNDER;
    }

    /** What of the amount is spent; 1 is all. */
    public BigDecimal share() {
        return ofAmount(actual);
    }

    public BigDecimal forecastShare() {
        return ofAmount(forecast);
    }

    private BigDecimal ofAmount(BigDecimal cost) {
        return cost.divide(budget.amount(), PLACES, RoundingMode.HALF_UP);
    }
}
