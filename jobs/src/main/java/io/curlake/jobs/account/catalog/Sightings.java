package io.curlake.jobs.account.catalog;

import io.curlake.model.AccountId;
import io.curlake.model.BillingPeriod;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The first and the last billing period in which each account of a source has line items. */
public final class Sightings {
    /** Both periods of one account. */
    public record Seen(BillingPeriod first, BillingPeriod last) {
        private Seen and(Seen other) {
            return new Seen(
                    first.compareTo(other.first) <= 0 ? first : other.first,
                    last.compareTo(other.last) >= 0 ? last : other.last);
        }
    }

    private final SortedMap<AccountId, Seen> byAccount = new TreeMap<>();

    /** Adds the usage accounts of a delivery of that period. */
    public Sightings add(BillingPeriod period, Collection<AccountId> accounts) {
        accounts.forEach(account -> byAccount.merge(account, new Seen(period, period), Seen::and));
        return this;
    }

    /** Empty where no loaded delivery has a line item of the account. */
    public Optional<Seen> of(AccountId account) {
        return Optional.ofNullable(byAccount.get(account));
    }

    /** All accounts that were seen, by id. */
    public Collection<AccountId> accounts() {
        return byAccount.keySet();
    }
}
