package io.curlake.jobs.finding.bill;

import io.curlake.jobs.discovery.Resource;
import io.curlake.jobs.finding.Finding;
import io.curlake.jobs.finding.Finding.Confidence;
import io.curlake.jobs.finding.Saving;
import io.curlake.model.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compute on demand that is there in nearly every hour, and that no commitment covers: a Compute Savings Plan would. It is
 * told of the payer, because plans cover all accounts of an organization.
 */
public final class UncoveredUsage implements BillRule {
    /** A night of maintenance or two in the days looked at must not hide what is steady. */
    private static final int PERCENT_OF_HOURS_BELOW = 5;

    private static final int DAYS_AT_LEAST = 28;
    private static final int DAYS_TO_BE_SURE = 60;
    private static final BigDecimal HOURS_OF_A_DAY = BigDecimal.valueOf(24);
    private static final BigDecimal HOURS_OF_30_DAYS = BigDecimal.valueOf(720);

    @Override
    public String name() {
        return "uncovered-usage";
    }

    @Override
    public List<BillFinding> find(BillView view) {
        return view.hours().currencies().stream()
                .flatMap(currency -> finding(view, currency).stream())
                .map(finding -> new BillFinding(finding, view.from(), view.to()))
                .toList();
    }

    private Optional<Finding> finding(BillView view, String currency) {
        ComputeHours hours = view.hours();
        BigDecimal steady = hours.level(currency, PERCENT_OF_HOURS_BELOW);
        boolean isWorthIt =
                steady.multiply(HOURS_OF_A_DAY).compareTo(view.thresholds().uncoveredCost()) >= 0;
        return hours.days() < DAYS_AT_LEAST || !isWorthIt
                ? Optional.empty()
                : Optional.of(finding(view.payer(), currency, hours, steady));
    }

    private Finding finding(String payer, String currency, ComputeHours hours, BigDecimal steady) {
        return new Finding(
                name(),
                payer,
                Resource.GLOBAL,
                "usage",
                "compute on demand, " + currency,
                "",
                "EC2, Fargate and Lambda on demand cost as much or more in 95 % of all hours, and no commitment covers it.",
                Map.of(
                        "days", String.valueOf(hours.days()),
                        "hours", String.valueOf(hours.hours()),
                        "steady_cost_an_hour", Money.plain(steady),
                        "steady_cost_of_30_days", Money.plain(steady.multiply(HOURS_OF_30_DAYS))),
                Saving.unknown(
                        "the rate of a Savings Plan depends on its term and payment, and the bill does not have it"),
                hours.days() < DAYS_TO_BE_SURE ? Confidence.LOW : Confidence.MEDIUM,
                "aws ce get-savings-plans-purchase-recommendation --savings-plans-type COMPUTE_SP --term-in-years ONE_YEAR"
                        + " --payment-option NO_UPFRONT --lookback-period-in-days SIXTY_DAYS");
    }
}
