package io.curlake.provisioning.check;

import io.curlake.model.AccountId;
import io.curlake.provisioning.aws.AwsClients;
import io.curlake.provisioning.aws.Denied;
import io.curlake.provisioning.check.finding.Finding;
import io.curlake.provisioning.organization.PayerAccount;
import java.util.Optional;

/**
 * Who pays for the caller's account.
 *
 * @param payer of the organization; empty for an account that is in none and pays for itself
 */
record Organization(Optional<AccountId> payer) {
    private static final String SETTING = "payer account";

    /** May throw {@link Denied}. */
    static Organization of(AwsClients clients) {
        return new Organization(PayerAccount.of(clients));
    }

    Finding finding(AccountId configured) {
        if (payer.isEmpty()) {
            return Finding.ok(SETTING, configured + " is in no organization and pays for itself");
        }
        return payer.get().equals(configured)
                ? Finding.ok(SETTING, configured + " pays for its organization")
                : Finding.note(
                        SETTING,
                        configured + " is a linked account: the export holds its own costs only; payer is "
                                + payer.get(),
                        "Make the export in account " + payer.get() + ", unless one account is what you want.");
    }

    /** Where AWS did not say. */
    static Finding unknown(AccountId configured) {
        return Finding.note(SETTING, "nobody could say whether " + configured + " pays for its organization");
    }
}
