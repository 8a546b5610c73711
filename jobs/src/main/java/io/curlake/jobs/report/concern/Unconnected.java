package io.curlake.jobs.report.concern;

import io.curlake.jobs.report.Top;
import java.math.BigDecimal;

/**
 * What was dropped because nobody connected its account, unblended.
 *
 * @param kept unblended cost of connected accounts in the month
 */
public record Unconnected(BigDecimal kept, Top<Account> accounts) {
    /**
     * An unconnected account.
     *
     * @param before of the month before
     */
    public record Account(String id, String name, long rows, BigDecimal cost, BigDecimal before) {
        public static final Account NONE = new Account("", "", 0, BigDecimal.ZERO, BigDecimal.ZERO);

        public Account plus(Account other) {
            return new Account("", "", rows + other.rows, cost.add(other.cost), before.add(other.before));
        }
    }

    public BigDecimal dropped() {
        return accounts.total().cost();
    }
}
