package io.curlake.jobs.lineitem.scan;

import io.curlake.model.AccountId;
import io.curlake.model.BillingPeriod;
import java.io.Serializable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which rows of a period are kept: those of connected accounts. A row with an empty usage account belongs to the payer.
 *
 * @param connected the ids of the accounts that are connected in the period
 */
public record KeepRule(AccountId payer, Set<String> connected, BillingPeriod period) implements Serializable {
    private static final Pattern TWELVE_DIGITS = Pattern.compile("^[0-9]{12}$");

    public KeepRule {
        connected = Set.copyOf(connected);
    }

    /** What becomes of a row. */
    enum Verdict {
        KEPT,
        UNCONNECTED,
        REJECTED
    }

    /** What becomes of an account's rows, if nothing else is wrong with them; an id that can be no account's is rejected. */
    Verdict ofAccount(String account) {
        if (keeps(account)) {
            return Verdict.KEPT;
        }
        return account.isEmpty() || TWELVE_DIGITS.matcher(account).find() ? Verdict.UNCONNECTED : Verdict.REJECTED;
    }

    /** Whether line items of the account are kept. */
    public boolean keeps(String account) {
        return connected.contains(owner(account));
    }

    /** The account that a line item belongs to. */
    public String owner(String usageAccount) {
        return usageAccount.isEmpty() ? payer.value() : usageAccount;
    }

    /** The same rule where nobody but these accounts is connected. */
    public KeepRule of(Set<String> accounts) {
        return new KeepRule(payer, accounts, period);
    }

    /** The start of the period in microseconds since 1970-01-01 UTC. */
    long startMicros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, period.start());
    }
}
