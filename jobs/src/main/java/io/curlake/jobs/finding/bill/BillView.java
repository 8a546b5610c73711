package io.curlake.jobs.finding.bill;

import io.curlake.model.BillingPeriod;
import io.curlake.model.config.FindingsConfig;
import java.time.LocalDate;
import java.util.List;

/**
 * What the bill of one source says as a whole: of connected accounts, whose line items are all that is kept.
 *
 * @param payer the account that buys
 * @param period the newest billing period that is over, or the only one; what commitments are of
 * @param commitments those of connected owners
 * @param hours the hours of the last days of the bill that it has line items of
 * @param from the first of these days
 * @param to the last day of the bill
 */
public record BillView(
        String payer,
        BillingPeriod period,
        List<CommitmentUse> commitments,
        ComputeHours hours,
        LocalDate from,
        LocalDate to,
        FindingsConfig thresholds) {
    public BillView {
        commitments = List.copyOf(commitments);
    }
}
