package io.curlake.jobs.run.period;

import io.curlake.jobs.account.ConnectedAccounts;
import io.curlake.jobs.export.Delivery;
import io.curlake.jobs.reconciliation.Ledger;
import io.curlake.model.AccountId;
import io.curlake.model.CostAmounts;
import io.curlake.model.CostColumn;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Collectors;

/** What a person should look at after a period was loaded: nothing is wrong with the load, but perhaps with the set-up. */
final class Warnings {
    private Warnings() {}

    static List<String> of(
            Delivery delivery, Ledger ledger, Census census, ConnectedAccounts connected, List<String> addedColumns) {
        List<String> warnings = new ArrayList<>();
        accounts(delivery, ledger, census, connected, warnings);
        if (census.rowsWithoutAccount() > 0) {
            long rows = census.rowsWithoutAccount();
            warnings.add(
                    rows == 1
                            ? "1 row has no usage account and counts as the payer's"
                            : rows + " rows have no usage account and count as the payer's");
        }
        census.rowsByUnknownType()
                .forEach((type, rows) -> warnings.add((rows == 1 ? "1 row has" : rows + " rows have")
                        + " the unknown line item type '" + type + "', which counts at its unblended cost"));
        if (ledger.rejected().rows() > 0) {
            long rows = ledger.rejected().rows();
            warnings.add(
                    rows == 1
                            ? "1 row cannot be read and is in rejected_row"
                            : rows + " rows cannot be read and are in rejected_row");
        }
        ledger.doubleLoss().byCurrency().forEach((currency, loss) -> doubleLoss(currency, loss, warnings));
        if (!addedColumns.isEmpty()) {
            warnings.add("new columns were added to line_item: " + String.join(", ", addedColumns));
        }
        return warnings;
    }

    private static void accounts(
            Delivery delivery, Ledger ledger, Census census, ConnectedAccounts connected, List<String> warnings) {
        SortedSet<AccountId> ids = connected.in(delivery.source(), delivery.period());
        String absent = ids.stream()
                .map(AccountId::value)
                .filter(id -> !census.accounts().contains(id))
                .collect(Collectors.joining(", "));
        if (ids.size() == 1 && ledger.unconnected().rows() > 0) {
            warnings.add("only the payer account is connected to '" + delivery.source() + "'" + droppedShare(ledger)
                    + "; connect accounts with 'curlake accounts connect'");
        } else if (ledger.delivered().rows() == 0) {
            warnings.add("the delivery has no line item");
        } else if (!absent.isEmpty() && census.accounts().stream().noneMatch(a -> names(ids, a))) {
            warnings.add("no connected account appears in the delivery" + droppedShare(ledger)
                    + "; compare 'curlake accounts list' with the export");
        } else if (!absent.isEmpty()) {
            warnings.add("connected, but without a line item: " + absent);
        }
    }

    private static boolean names(SortedSet<AccountId> ids, String account) {
        return ids.stream().anyMatch(id -> id.value().equals(account));
    }

    /** ": 83.1% of the unblended cost in USD was dropped". */
    private static String droppedShare(Ledger ledger) {
        Map<String, CostAmounts> delivered = ledger.delivered().byCurrency();
        return ledger.unconnected().byCurrency().entrySet().stream()
                .filter(e -> delivered
                                .getOrDefault(e.getKey(), CostAmounts.NONE)
                                .amount(CostColumn.UNBLENDED)
                                .signum()
                        != 0)
                .map(e -> percent(e.getValue(), delivered.getOrDefault(e.getKey(), CostAmounts.NONE))
                        + "% of the unblended cost in " + e.getKey())
                .collect(Collectors.collectingAndThen(
                        Collectors.joining(" and "), shares -> shares.isEmpty() ? "" : ": " + shares + " was dropped"));
    }

    private static BigDecimal percent(CostAmounts part, CostAmounts whole) {
        return part.amount(CostColumn.UNBLENDED)
                .multiply(BigDecimal.valueOf(100))
                .divide(whole.amount(CostColumn.UNBLENDED), 1, RoundingMode.HALF_UP);
    }

    private static void doubleLoss(String currency, CostAmounts loss, List<String> warnings) {
        if (!loss.isZero()) {
            warnings.add("amounts in " + currency + " have more digits than a DOUBLE holds; the difference, "
                    + loss.amount(CostColumn.UNBLENDED).stripTrailingZeros().toPlainString()
                    + " of unblended cost, is in the ledger as double_loss");
        }
    }
}
