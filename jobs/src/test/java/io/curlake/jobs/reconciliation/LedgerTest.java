package io.curlake.jobs.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.model.CostAmounts;
import io.curlake.model.CostColumn;
import io.curlake.model.FileAmounts;
import io.curlake.model.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LedgerTest {
    private static final LedgerSide DELIVERED = LedgerSide.of(
            List.of(amounts(1, "USD", 3, "10.5"), amounts(2, "USD", 1, "-0.5"), amounts(2, "CNY", 2, "7")));
    private static final Map<Integer, Long> ROWS = Map.of(1, 3L, 2, 3L);

    @Test
    void aLedgerBalancesWhenEveryFileAndCurrencyDoes() {
        Ledger ledger = new Ledger(
                DELIVERED,
                LedgerSide.of(List.of(amounts(1, "USD", 1, "4"), amounts(2, "CNY", 2, "7"))),
                LedgerSide.of(List.of(amounts(1, "USD", 1, "6"), amounts(2, "USD", 1, "-0.5"))),
                LedgerSide.of(List.of(amounts(1, "USD", 1, "0.5"))),
                LedgerSide.EMPTY,
                ROWS);

        assertThat(ledger.balances()).isTrue();
        assertThat(ledger.imbalances()).isEmpty();
    }

    @Test
    void aMissingRowIsNamedWithItsFileAndItsAmounts() {
        Ledger ledger = kept(amounts(1, "USD", 2, "8.5"), amounts(2, "USD", 1, "-0.5"), amounts(2, "CNY", 2, "7"));

        assertThat(ledger.balances()).isFalse();
        assertThat(ledger.imbalances())
                .hasToString(
                        "[rows of file 1 in USD: delivered 3, accounted for 2, difference 1, unblended_cost of file "
                                + "1 in USD: delivered 10.5, accounted for 8.5, difference 2]");
    }

    @Test
    void theSmallestDifferenceIsNamedInFull() {
        Ledger ledger = kept(
                amounts(1, "USD", 3, "10.500000000000000001"), amounts(2, "USD", 1, "-0.5"), amounts(2, "CNY", 2, "7"));

        assertThat(ledger.imbalances())
                .hasToString("[unblended_cost of file 1 in USD: delivered 10.5, accounted for 10.500000000000000001, "
                        + "difference -0.000000000000000001]");
    }

    @Test
    void filesDoNotMakeUpForEachOther() {
        Ledger ledger = kept(amounts(1, "USD", 3, "9.5"), amounts(2, "USD", 1, "0.5"), amounts(2, "CNY", 2, "7"));

        assertThat(ledger.imbalances())
                .hasToString("[unblended_cost of file 1 in USD: delivered 10.5, accounted for 9.5, difference 1, "
                        + "unblended_cost of file 2 in USD: delivered -0.5, accounted for 0.5, difference -1]");
    }

    @Test
    void currenciesDoNotMakeUpForEachOther() {
        Ledger ledger = kept(amounts(1, "USD", 3, "10.5"), amounts(2, "USD", 3, "6.5"));

        assertThat(ledger.imbalances())
                .hasToString(
                        "[rows of file 2 in CNY: delivered 2, accounted for 0, difference 2, unblended_cost of file "
                                + "2 in CNY: delivered 7, accounted for 0, difference 7, rows of file 2 in USD: delivered 1, "
                                + "accounted for 3, difference -2, unblended_cost of file 2 in USD: delivered -0.5, accounted "
                                + "for 6.5, difference -7]");
    }

    @Test
    void aWholeDeliveryBalancesWhereOnlyTheFilesOfKeptRowsAreUnknown() {
        Ledger ledger = kept(amounts(0, "USD", 4, "10"), amounts(0, "CNY", 2, "7"));

        assertThat(ledger.balances()).isFalse();
        assertThat(ledger.ofWholeDelivery().imbalances()).isEmpty();
        assertThat(ledger.isOfWholeDelivery()).isFalse();
        assertThat(ledger.ofWholeDelivery().isOfWholeDelivery()).isTrue();
    }

    @Test
    void aWholeDeliveryWithAMissingRowDoesNotBalance() {
        Ledger ledger = kept(amounts(0, "USD", 3, "10"), amounts(0, "CNY", 2, "7.01"));

        assertThat(ledger.ofWholeDelivery().imbalances())
                .hasToString("[unblended_cost of all files in CNY: delivered 7, accounted for 7.01, difference -0.01, "
                        + "rows of all files in USD: delivered 4, accounted for 3, difference 1]");
    }

    @Test
    void aFileThatBothSidesMissedIsFoundByTheSecondCountOfRows() {
        LedgerSide first = LedgerSide.of(List.of(amounts(1, "USD", 3, "10.5")));

        Ledger ledger =
                new Ledger(first, first, LedgerSide.EMPTY, LedgerSide.EMPTY, LedgerSide.EMPTY, Map.of(1, 3L, 2, 1L));

        assertThat(ledger.imbalances()).hasToString("[rows of file 2: delivered 1, accounted for 0, difference 1]");
    }

    @Test
    void whatADoubleCannotHoldIsPartOfTheBalance() {
        LedgerSide text = LedgerSide.of(List.of(amounts(1, "USD", 1, "0.123456789012345678")));
        LedgerSide read = LedgerSide.of(List.of(amounts(1, "USD", 1, "0.12345678901234568")));
        LedgerSide loss = LedgerSide.of(List.of(amounts(1, "USD", 0, "-0.000000000000000002")));

        assertThat(new Ledger(text, read, LedgerSide.EMPTY, LedgerSide.EMPTY, loss, Map.of(1, 1L)).balances())
                .isTrue();
        assertThat(new Ledger(text, read, LedgerSide.EMPTY, LedgerSide.EMPTY, LedgerSide.EMPTY, Map.of(1, 1L))
                        .balances())
                .isFalse();
    }

    @Test
    void everyCostColumnIsProved() {
        for (CostColumn column : CostColumn.values()) {
            LedgerSide delivered = LedgerSide.of(List.of(amounts(1, "USD", 1, column, "1")));
            LedgerSide kept = LedgerSide.of(List.of(amounts(1, "USD", 1, "0")));

            assertThat(new Ledger(delivered, kept, LedgerSide.EMPTY, LedgerSide.EMPTY, LedgerSide.EMPTY, Map.of(1, 1L))
                            .imbalances())
                    .extracting(Imbalance::measure)
                    .containsExactly(column.measure());
        }
    }

    @Test
    void aSideAddsTheRowsOfAFileAndTheAmountsOfACurrency() {
        assertThat(DELIVERED.rows()).isEqualTo(6);
        assertThat(DELIVERED.rows(2)).isEqualTo(3);
        assertThat(DELIVERED.rows(9)).isZero();
        assertThat(DELIVERED.byCurrency().get("USD"))
                .isEqualTo(amounts(0, "USD", 4, "10").amounts());
        assertThat(DELIVERED.byCurrency()).containsOnlyKeys("USD", "CNY");
    }

    private static Ledger kept(FileAmounts... kept) {
        return new Ledger(
                DELIVERED, LedgerSide.of(List.of(kept)), LedgerSide.EMPTY, LedgerSide.EMPTY, LedgerSide.EMPTY, ROWS);
    }

    private static FileAmounts amounts(int file, String currency, long rows, String unblended) {
        return amounts(file, currency, rows, CostColumn.UNBLENDED, unblended);
    }

    private static FileAmounts amounts(int file, String currency, long rows, CostColumn column, String amount) {
        List<BigDecimal> amounts =
                new ArrayList<>(Collections.nCopies(CostColumn.values().length, BigDecimal.ZERO.setScale(Money.SCALE)));
        amounts.set(List.of(CostColumn.values()).indexOf(column), Money.of(amount));
        return new FileAmounts(file, currency, new CostAmounts(rows, amounts));
    }
}
