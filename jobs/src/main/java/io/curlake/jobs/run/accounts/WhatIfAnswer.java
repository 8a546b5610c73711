package io.curlake.jobs.run.accounts;

import io.curlake.model.AccountId;
import io.curlake.model.BillingPeriod;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What connecting or disconnecting accounts would change.
 *
 * @param periods only those in which something changes, by period and currency
 * @param commitments all that would be used across the border between connected and other accounts, most used first
 * @param ownerless ARNs of commitments that name no account, so that nobody can tell whose they are
 * @param names as far as they are known
 */
public record WhatIfAnswer(
        String source,
        Change change,
        List<AccountId> accounts,
        List<PeriodEffect> periods,
        List<SharedCommitment> commitments,
        List<String> ownerless,
        Map<AccountId, String> names) {

    /** What would be done to the accounts. */
    public enum Change {
        CONNECT,
        DISCONNECT
    }

    /**
     * Of one period and currency, what would appear in {@code line_item} or vanish from it, in unblended cost.
     *
     * @param delivered the whole delivery
     * @param services most cost first
     */
    public record PeriodEffect(
            BillingPeriod period,
            String currency,
            BigDecimal delivered,
            BigDecimal changed,
            List<ServiceEffect> services) {

        /** The changed part of the delivered cost, to six places; empty where nothing was delivered. */
        public Optional<BigDecimal> share() {
            return delivered.signum() == 0
                    ? Optional.empty()
                    : Optional.of(changed.divide(delivered, 6, RoundingMode.HALF_UP));
        }
    }

    /** A product code's part of it. */
    public record ServiceEffect(String productCode, long rows, BigDecimal unblended) {}

    /** Who stands on which side. */
    public enum Direction {
        /** The owner is not connected, the user is: its line items rest on a fee that is left out. */
        OWNER_OUTSIDE,
        /** The owner is connected, the user is not: a part of its fee is used by line items that are left out. */
        USER_OUTSIDE
    }

    /** Whether the border runs there today. */
    public enum Border {
        EXISTING,
        NEW
    }

    /**
     * A Savings Plan or reservation of one account that covers usage of another.
     *
     * @param effective the effective cost of the covered usage, over all periods that were asked for
     */
    public record SharedCommitment(
            String arn,
            AccountId owner,
            AccountId user,
            Direction direction,
            Border border,
            String currency,
            BigDecimal effective) {}

    public WhatIfAnswer {
        accounts = List.copyOf(accounts);
        periods = List.copyOf(periods);
        commitments = List.copyOf(commitments);
        ownerless = List.copyOf(ownerless);
        names = Map.copyOf(names);
    }
}
