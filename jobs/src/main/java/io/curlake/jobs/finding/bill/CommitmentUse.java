package io.curlake.jobs.finding.bill;

import java.math.BigDecimal;

/**
 * What a Savings Plan or reservation cost in a billing period.
 *
 * @param type as in {@code commitment_daily}
 * @param owner the account that bought it
 * @param committed amortized cost of all of it
 * @param unused the part that nothing used
 */
public record CommitmentUse(
        String arn, String type, String owner, String currency, BigDecimal committed, BigDecimal unused) {}
