package io.curlake.jobs.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.curlake.jobs.account.ConnectedAccount.Role;
import io.curlake.model.AccountId;
import io.curlake.model.BillingPeriod;
import io.curlake.model.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConnectedAccountsTest {
    private static final BillingPeriod SEPTEMBER = BillingPeriod.parse("2026-09");
    private static final BillingPeriod OCTOBER = BillingPeriod.parse("2026-10");
    private static final BillingPeriod NOVEMBER = BillingPeriod.parse("2026-11");
    private static final AccountId WEB = new AccountId("000000000042");
    private static final AccountId LABS = new AccountId("999988887777");

    @Test
    void anAccountIsConnectedFromItsFirstPeriodUntilBeforeItsLast() {
        ConnectedAccounts accounts = new ConnectedAccounts(
                List.of(account("acme", WEB, Optional.of(OCTOBER)).endingBefore(NOVEMBER), account("acme", LABS)));

        assertThat(accounts.in("acme", SEPTEMBER)).containsExactly(LABS);
        assertThat(accounts.in("acme", OCTOBER)).containsExactly(WEB, LABS);
        assertThat(accounts.in("acme", NOVEMBER)).containsExactly(LABS);
        assertThat(accounts.in("other", OCTOBER)).isEmpty();
    }

    @Test
    void anAccountConnectedTwiceIsRefused() {
        assertThatThrownBy(() -> new ConnectedAccounts(List.of(account("acme", WEB), account("acme", WEB))))
                .isInstanceOf(Refusal.class)
                .hasMessage("Cannot use the connected accounts: account 000000000042 is connected twice to source "
                        + "'acme', and would count its cost twice. Disconnect it and connect it again.");
    }

    @Test
    void anAccountMayBeConnectedToTwoSources() {
        assertThat(new ConnectedAccounts(List.of(account("acme", WEB), account("other", WEB))).of("other"))
                .hasSize(1);
    }

    @Test
    void theFingerprintCoversTheAccountsThatAppearInTheDelivery() {
        ConnectedAccounts one = new ConnectedAccounts(List.of(account("acme", WEB)));
        ConnectedAccounts two = new ConnectedAccounts(List.of(account("acme", LABS), account("acme", WEB)));

        assertThat(two.fingerprint("acme", OCTOBER, List.of(WEB.value())))
                .isEqualTo(one.fingerprint("acme", OCTOBER, List.of(WEB.value())));
        assertThat(two.fingerprint("acme", OCTOBER, List.of(WEB.value(), LABS.value())))
                .isNotEqualTo(one.fingerprint("acme", OCTOBER, List.of(WEB.value(), LABS.value())));
    }

    private static ConnectedAccount account(String source, AccountId id) {
        return account(source, id, Optional.empty());
    }

    private static ConnectedAccount account(String source, AccountId id, Optional<BillingPeriod> from) {
        return new ConnectedAccount(source, id, "", Role.LINKED, from, Optional.empty(), Instant.EPOCH);
    }
}
