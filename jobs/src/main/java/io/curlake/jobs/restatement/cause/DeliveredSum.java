package io.curlake.jobs.restatement.cause;

import io.curlake.model.CostAmounts;

/**
 * What line items of one delivery sum to.
 *
 * @param tags the sum of the hashes of their tags, which wraps around: however the rows were grouped, it is the same
 */
public record DeliveredSum(CostAmounts costs, long tags) {
    public static final DeliveredSum NONE = new DeliveredSum(CostAmounts.NONE, 0);

    DeliveredSum plus(DeliveredSum other) {
        if (equals(NONE)) {
            return other;
        }
        return other.equals(NONE) ? this : new DeliveredSum(costs.plus(other.costs), tags + other.tags);
    }

    long rows() {
        return costs.rows();
    }
}
