package io.curlake.jobs.run.accounts;

import io.curlake.jobs.account.ConnectedAccount;
import io.curlake.jobs.account.catalog.Sightings.Seen;
import io.curlake.model.AccountId;
import io.curlake.model.BillingPeriod;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.SortedMap;

/**
 * An account of a source: of its export, of the connected ones, or one that somebody named.
 *
 * @param name may be empty
 * @param connection also one that has ended
 * @param isConnected whether the next delivery's line items of the account are kept
 * @param isNew whether nothing loaded before the last delivery has a line item of it
 * @param spend unblended, by currency and period; no entry for a period without a line item
 */
public record ListedAccount(
        String source,
        AccountId id,
        String name,
        Optional<ConnectedAccount> connection,
        boolean isConnected,
        Optional<Seen> seen,
        boolean isNew,
        SortedMap<String, SortedMap<BillingPeriod, BigDecimal>> spend) {

    /** The largest sum over the periods that the account has in any one currency; currencies are never added. */
    BigDecimal most() {
        return spend.values().stream()
                .map(periods -> periods.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .max(BigDecimal::compareTo)
                .orElse(BigDecimal.ZERO);
    }
}
