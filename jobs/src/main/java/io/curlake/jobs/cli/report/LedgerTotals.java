package io.curlake.jobs.cli.report;

import io.curlake.jobs.reconciliation.Ledger;
import io.curlake.model.CostAmounts;
import io.curlake.model.CostColumn;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The sides of a ledger in one currency. */
record LedgerTotals(
        String currency,
        CostAmounts delivered,
        CostAmounts kept,
        CostAmounts unconnected,
        CostAmounts rejected,
        CostAmounts doubleLoss) {

    static List<LedgerTotals> of(Ledger ledger) {
        return ledger.delivered().byCurrency().keySet().stream()
                .map(currency -> new LedgerTotals(
                        currency,
                        ledger.delivered().byCurrency().getOrDefault(currency, CostAmounts.NONE),
                        ledger.kept().byCurrency().getOrDefault(currency, CostAmounts.NONE),
                        ledger.unconnected().byCurrency().getOrDefault(currency, CostAmounts.NONE),
                        ledger.rejected().byCurrency().getOrDefault(currency, CostAmounts.NONE),
                        ledger.doubleLoss().byCurrency().getOrDefault(currency, CostAmounts.NONE)))
                .toList();
    }

    /** Each side's amount by its name; the double loss only where there is one. */
    Map<String, BigDecimal> sides(CostColumn column) {
        Map<String, BigDecimal> sides = new LinkedHashMap<>();
        sides.put("delivered", delivered.amount(column));
        sides.put("kept", kept.amount(column));
        sides.put("unconnected", unconnected.amount(column));
        sides.put("rejected", rejected.amount(column));
        if (doubleLoss.amount(column).signum() != 0) {
            sides.put("double_loss", doubleLoss.amount(column));
        }
        return sides;
    }
}
