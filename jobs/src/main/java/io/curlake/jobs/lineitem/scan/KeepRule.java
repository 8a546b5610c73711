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
        return connected.contains(account.isEmpty() ? payer.value() : account);
    }

    /** The start of the period in microseconds since 1970-01-01 UTC. */
    long startMicros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, period.start());
    }
}
