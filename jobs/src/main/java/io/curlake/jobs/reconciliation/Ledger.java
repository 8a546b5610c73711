package io.curlake.jobs.reconciliation;

import io.curlake.model.CostAmounts;
import io.curlake.model.CostColumn;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The proof of one delivery: for each file, currency and cost column, in rows and in exact decimal sums,
 * {@code delivered = kept + unconnected + rejected + double_loss}.
 *
 * @param delivered measured without knowing the connected accounts
 * @param kept read back from what will be published
 * @param doubleLoss what a DOUBLE cannot hold of an amount in a text: text minus double, no rows
 * @param rowsOfFiles the rows of each file by a second count: Parquet footers, or a record scanner
 */
public record Ledger(
        LedgerSide delivered,
        LedgerSide kept,
        LedgerSide unconnected,
        LedgerSide rejected,
        LedgerSide doubleLoss,
        Map<Integer, Long> rowsOfFiles) {
    /** Stands for the number of a file where all files are proved together. */
    static final int WHOLE_DELIVERY = 0;

    public Ledger {
        rowsOfFiles = Map.copyOf(rowsOfFiles);
    }

    /** The same proof of all files together, where nobody knows any more which file a kept row is of. */
    public Ledger ofWholeDelivery() {
        return new Ledger(
                delivered.ofWholeDelivery(),
                kept.ofWholeDelivery(),
                unconnected.ofWholeDelivery(),
                rejected.ofWholeDelivery(),
                doubleLoss.ofWholeDelivery(),
                Map.of(
                        WHOLE_DELIVERY,
                        rowsOfFiles.values().stream().mapToLong(Long::longValue).sum()));
    }

    public boolean isOfWholeDelivery() {
        return rowsOfFiles.containsKey(WHOLE_DELIVERY);
    }

    public boolean balances() {
        return imbalances().isEmpty();
    }

    /** Where the two sides differ: file by file, then currency by currency, rows before amounts. */
    public List<Imbalance> imbalances() {
        List<Imbalance> imbalances = new ArrayList<>();
        for (Map.Entry<Integer, Long> file : new TreeMap<>(rowsOfFiles).entrySet()) {
            long delivered = delivered().rows(file.getKey());
            if (delivered != file.getValue()) {
                imbalances.add(Imbalance.ofRows(file.getKey(), "", file.getValue(), delivered));
            }
        }
        for (LedgerSide.Entry entry : entries()) {
            compare(entry, imbalances);
        }
        return imbalances;
    }

    /** Every file and currency that stands on any side. */
    public SortedSet<LedgerSide.Entry> entries() {
        SortedSet<LedgerSide.Entry> entries = new TreeSet<>(delivered.keys());
        entries.addAll(kept.keys());
        entries.addAll(unconnected.keys());
        entries.addAll(rejected.keys());
        entries.addAll(doubleLoss.keys());
        return entries;
    }

    private void compare(LedgerSide.Entry entry, List<Imbalance> imbalances) {
        CostAmounts wanted = delivered.at(entry);
        CostAmounts accounted = kept.at(entry)
                .plus(unconnected.at(entry))
                .plus(rejected.at(entry))
                .plus(doubleLoss.at(entry));
        if (wanted.rows() != accounted.rows()) {
            imbalances.add(Imbalance.ofRows(entry.file(), entry.currency(), wanted.rows(), accounted.rows()));
        }
        for (CostColumn column : CostColumn.values()) {
            BigDecimal expected = wanted.amount(column);
            if (expected.compareTo(accounted.amount(column)) != 0) {
                imbalances.add(new Imbalance(
                        entry.file(), entry.currency(), column.measure(), expected, accounted.amount(column)));
            }
        }
    }
}
