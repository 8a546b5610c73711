package io.curlake.jobs.account;

import io.curlake.model.AccountId;
import io.curlake.model.BillingPeriod;
import java.time.Instant;
import java.util.Optional;

/**
 * An account connected to a source.
 *
 * @param name may be empty
 * @param from the first connected period; empty for all there are
 * @param until the first period no longer connected; empty for no end
 */
public record ConnectedAccount(
        String source,
        AccountId id,
        String name,
        Role role,
        Optional<BillingPeriod> from,
        Optional<BillingPeriod> until,
        Instant connectedAt) {

    /** What the account is to its source. */
    public enum Role {
        PAYER,
        LINKED
    }

    public boolean isConnectedIn(BillingPeriod period) {
        return from.map(f -> f.compareTo(period) <= 0).orElse(true)
                && until.map(u -> u.compareTo(period) > 0).orElse(true);
    }

    public ConnectedAccount endingBefore(BillingPeriod end) {
        return new ConnectedAccount(source, id, name, role, from, Optional.of(end), connectedAt);
    }
}
