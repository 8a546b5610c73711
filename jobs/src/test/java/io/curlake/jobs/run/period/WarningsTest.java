package io.curlake.jobs.run.period;

import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.account.ConnectedAccount;
import io.curlake.jobs.account.ConnectedAccount.Role;
import io.curlake.jobs.account.ConnectedAccounts;
import io.curlake.jobs.export.Delivery;
import io.curlake.jobs.export.Manifest;
import io.curlake.jobs.lineitem.scan.sum.AccountAndType;
import io.curlake.jobs.reconciliation.Ledger;
import io.curlake.jobs.reconciliation.LedgerSide;
import io.curlake.jobs.storage.StoredObject;
import io.curlake.model.AccountId;
import io.curlake.model.BillingPeriod;
import io.curlake.model.CostAmounts;
import io.curlake.model.CostColumn;
import io.curlake.model.ExportFormat;
import io.curlake.model.FileAmounts;
import io.curlake.model.Money;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WarningsTest {
    private static final BillingPeriod OCTOBER = BillingPeriod.parse("2026-10");
    private static final String PAYER = "111122223333";
    private static final String WEB = "000000000042";
    private static final String LABS = "999988887777";

    @Test
    void aDeliveryOfConnectedAccountsNeedsNoWord() {
        assertThat(warnings(connected(PAYER, WEB), kept(WEB, PAYER), unconnected(), ledger("10", "0")))
                .isEmpty();
    }

    @Test
    void thePayerAloneIsNamedWithTheShareThatWasDropped() {
        assertThat(warnings(connected(PAYER), kept(PAYER), unconnected(WEB), ledger("30", "24.93")))
                .containsExactly(
                        "only the payer account is connected to 'acme': 83.1% of the unblended cost in USD was "
                                + "dropped; connect accounts with 'curlake accounts connect'");
    }

    @Test
    void aConnectedListThatNamesNobodyInTheDeliveryIsNamedWithTheShareThatWasDropped() {
        assertThat(warnings(connected(PAYER, WEB), kept(), unconnected(LABS), ledger("30", "30")))
                .containsExactly(
                        "no connected account appears in the delivery: 100.0% of the unblended cost in USD was "
                                + "dropped; compare 'curlake accounts list' with the export");
    }

    @Test
    void connectedAccountsWithoutALineItemAreNamed() {
        assertThat(warnings(connected(PAYER, WEB, LABS), kept(WEB), unconnected(), ledger("30", "0")))
                .containsExactly("connected, but without a line item: 111122223333, 999988887777");
    }

    @Test
    void digitsThatADoubleCannotHoldAreValued() {
        Ledger exact = ledger("10", "0");
        Ledger lossy = new Ledger(
                exact.delivered(),
                exact.kept(),
                exact.unconnected(),
                exact.rejected(),
                LedgerSide.of(List.of(amounts(0, "-0.000000000000000002"))),
                exact.rowsOfFiles());

        assertThat(warnings(connected(PAYER), kept(PAYER), unconnected(), lossy))
                .containsExactly("amounts in USD have more digits than a DOUBLE holds; the difference, "
                        + "-0.000000000000000002 of unblended cost, is in the ledger as double_loss");
    }

    private static List<String> warnings(
            ConnectedAccounts connected,
            Map<AccountAndType, Long> kept,
            Map<AccountAndType, Long> unconnected,
            Ledger ledger) {
        Delivery delivery = new Delivery(
                "acme",
                OCTOBER,
                ExportFormat.CUR2_PARQUET,
                new Manifest(new StoredObject("file:/m", 1, "v"), "e1", "arn-1", List.of(), List.of()),
                List.of());
        return Warnings.of(delivery, ledger, Census.of(kept, unconnected), connected, List.of());
    }

    private static ConnectedAccounts connected(String... ids) {
        return new ConnectedAccounts(Arrays.stream(ids)
                .map(id -> new ConnectedAccount(
                        "acme",
                        new AccountId(id),
                        "",
                        id.equals(PAYER) ? Role.PAYER : Role.LINKED,
                        Optional.empty(),
                        Optional.empty(),
                        Instant.EPOCH))
                .toList());
    }

    private static Map<AccountAndType, Long> kept(String... accounts) {
        return Arrays.stream(accounts)
                .collect(Collectors.toMap(id -> new AccountAndType(id, "Usage"), id -> 1L, Long::sum));
    }

    private static Map<AccountAndType, Long> unconnected(String... accounts) {
        return kept(accounts);
    }

    private static Ledger ledger(String delivered, String dropped) {
        boolean drops = !dropped.equals("0");
        return new Ledger(
                LedgerSide.of(List.of(amounts(2, delivered))),
                LedgerSide.EMPTY,
                drops ? LedgerSide.of(List.of(amounts(1, dropped))) : LedgerSide.EMPTY,
                LedgerSide.EMPTY,
                LedgerSide.EMPTY,
                Map.of(1, 2L));
    }

    private static FileAmounts amounts(long rows, String cost) {
        return new FileAmounts(
                1, "USD", new CostAmounts(rows, Collections.nCopies(CostColumn.values().length, Money.of(cost))));
    }
}
