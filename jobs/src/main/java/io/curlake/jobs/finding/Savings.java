package io.curlake.jobs.finding;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What resources cost in the last 30 days, as what is saved without them, or with something cheaper. */
public final class Savings {
    public static final String OWN_COST = "net amortized cost of the last 30 days";
    public static final String NO_COST = "the bill of the last 30 days has no cost of it";
    public static final Saving A_RISK = Saving.unknown("a risk, not a cost");

    private static final int PLACES = 12;

    private Savings() {}

    /** All that was paid. */
    public static Saving all(List<UsageCost> costs) {
        if (costs.isEmpty()) {
            return Saving.unknown(NO_COST);
        }
        TreeSet<String> currencies =
                costs.stream().map(UsageCost::currency).collect(Collectors.toCollection(TreeSet::new));
        if (currencies.size() > 1) {
            return Saving.unknown("the bill has it in " + String.join(" and ", currencies));
        }
        BigDecimal cost = costs.stream().map(UsageCost::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
        return cost.signum() > 0
                ? Saving.of(cost, currencies.first(), OWN_COST)
                : Saving.unknown("it cost nothing in the last 30 days");
    }

    /** The part of a cost that a lower rate does not take. */
    public static BigDecimal part(BigDecimal cost, BigDecimal lower, BigDecimal rate) {
        return cost.subtract(cost.multiply(lower).divide(rate, PLACES * 2, RoundingMode.HALF_UP))
                .setScale(PLACES, RoundingMode.HALF_UP);
    }
}
