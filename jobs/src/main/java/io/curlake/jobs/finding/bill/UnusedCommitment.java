package io.curlake.jobs.finding.bill;

import io.curlake.jobs.discovery.Resource;
import io.curlake.jobs.finding.Finding;
import io.curlake.jobs.finding.Finding.Confidence;
import io.curlake.jobs.finding.Saving;
import io.curlake.model.BillingPeriod;
import io.curlake.model.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/**
 * A Savings Plan or reservation that is paid for and not used up. A reservation's fee stands on the first day of a month, so
 * this is about a whole billing period and not about the last 30 days.
 */
public final class UnusedCommitment implements BillRule {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final String SAVINGS_PLAN = "Savings Plan";

    @Override
    public String name() {
        return "unused-commitment";
    }

    @Override
    public List<BillFinding> find(BillView view) {
        return view.commitments().stream()
                .filter(commitment -> commitment.committed().signum() > 0)
                .filter(commitment ->
                        commitment.unused().compareTo(view.thresholds().unusedCommitment()) >= 0)
                .map(commitment -> new BillFinding(
                        finding(commitment, view.period()),
                        view.period().month().atDay(1),
                        view.period().month().atEndOfMonth()))
                .toList();
    }

    private Finding finding(CommitmentUse commitment, BillingPeriod period) {
        return new Finding(
                name(),
                commitment.owner(),
                Resource.GLOBAL,
                isPlan(commitment) ? "savings-plan" : "reservation",
                commitment.arn(),
                "",
                percentUnused(commitment) + " % of the commitment was not used in " + period + ".",
                Map.of(
                        "billing_period", period.toString(),
                        "committed_cost", Money.plain(commitment.committed()),
                        "unused_cost", Money.plain(commitment.unused())),
                Saving.of(
                        commitment.unused(), commitment.currency(), "amortized cost of what was not used in " + period),
                Confidence.HIGH,
                check(commitment, period));
    }

    private static boolean isPlan(CommitmentUse commitment) {
        return commitment.type().equals(SAVINGS_PLAN);
    }

    private static String percentUnused(CommitmentUse commitment) {
        return commitment
                .unused()
                .multiply(HUNDRED)
                .divide(commitment.committed(), 1, RoundingMode.HALF_UP)
                .toPlainString();
    }

    private static String check(CommitmentUse commitment, BillingPeriod period) {
        String month = " --time-period Start=" + period.month().atDay(1) + ",End="
                + period.month().plusMonths(1).atDay(1);
        return isPlan(commitment)
                ? "aws ce get-savings-plans-utilization-details" + month
                : "aws ce get-reservation-utilization" + month + " --group-by Type=DIMENSION,Key=SUBSCRIPTION_ID";
    }
}
