package io.curlake.jobs.report.concern;

import java.math.BigDecimal;

/**
 * A Savings Plan or reservation in a month.
 *
 * @param owner the account that bought it
 * @param used of the commitment, by connected accounts
 * @param usedByOthers of the commitment, by accounts that are not connected
 * @param unused paid for nothing; of connected owners
 * @param benefit what connected accounts would have paid more on demand
 */
public record Commitment(
        String type,
        String arn,
        String owner,
        BigDecimal committed,
        BigDecimal used,
        BigDecimal usedByOthers,
        BigDecimal unused,
        BigDecimal benefit) {
    public static final Commitment NONE = new Commitment(
            "", "", "", BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    public Commitment plus(Commitment other) {
        return new Commitment(
                "",
                "",
                "",
                committed.add(other.committed),
                used.add(other.used),
                usedByOthers.add(other.usedByOthers),
                unused.add(other.unused),
                benefit.add(other.benefit));
    }

    /** What was used of what was committed. */
    public BigDecimal utilized() {
        return committed.subtract(unused);
    }
}
