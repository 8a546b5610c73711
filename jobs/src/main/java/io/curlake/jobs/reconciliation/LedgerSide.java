package io.curlake.jobs.reconciliation;

import io.curlake.model.CostAmounts;
import io.curlake.model.CostColumn;
import io.curlake.model.FileAmounts;
import io.curlake.model.Money;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** One side of the ledger: rows and exact sums by file and currency. What is not there is zero. */
public final class LedgerSide {
    /** A file of the delivery and a currency in it. */
    public record Entry(int file, String currency) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            int byFile = Integer.compare(file, other.file);
            return byFile != 0 ? byFile : currency.compareTo(other.currency);
        }
    }

    public static final LedgerSide EMPTY = of(List.of());

    private final SortedMap<Entry, CostAmounts> amounts;

    private LedgerSide(SortedMap<Entry, CostAmounts> amounts) {
        this.amounts = Collections.unmodifiableSortedMap(amounts);
    }

    public static LedgerSide of(List<FileAmounts> files) {
        SortedMap<Entry, CostAmounts> amounts = new TreeMap<>();
        for (FileAmounts file : files) {
            amounts.merge(new Entry(file.file(), file.currency()), file.amounts(), CostAmounts::plus);
        }
        return new LedgerSide(amounts);
    }

    public SortedMap<Entry, CostAmounts> entries() {
        return amounts;
    }

    public CostAmounts at(Entry entry) {
        return amounts.getOrDefault(entry, CostAmounts.NONE);
    }

    public long rows() {
        return amounts.values().stream().mapToLong(CostAmounts::rows).sum();
    }

    /** The rows of one file, of any currency. */
    public long rows(int file) {
        return amounts.entrySet().stream()
                .filter(e -> e.getKey().file() == file)
                .mapToLong(e -> e.getValue().rows())
                .sum();
    }

    /** The sums by currency; amounts of different currencies are never added. */
    public SortedMap<String, CostAmounts> byCurrency() {
        SortedMap<String, CostAmounts> totals = new TreeMap<>();
        for (Map.Entry<Entry, CostAmounts> entry : amounts.entrySet()) {
            totals.merge(entry.getKey().currency(), entry.getValue(), CostAmounts::plus);
        }
        return totals;
    }

    /** Where another measurement of the same files found something else: "unblended_cost of file 1 in USD: 1.5, now 2". */
    public List<String> differencesTo(LedgerSide now) {
        SortedSet<Entry> entries = new TreeSet<>(keys());
        entries.addAll(now.keys());
        return entries.stream()
                .flatMap(entry -> differences(entry, at(entry), now.at(entry)).stream())
                .toList();
    }

    private static List<String> differences(Entry entry, CostAmounts before, CostAmounts now) {
        String where =
                " of file " + entry.file() + (entry.currency().isEmpty() ? "" : " in " + entry.currency()) + ": ";
        List<String> differences = new ArrayList<>();
        if (before.rows() != now.rows()) {
            differences.add("rows" + where + before.rows() + ", now " + now.rows());
        }
        for (CostColumn column : CostColumn.values()) {
            if (before.amount(column).compareTo(now.amount(column)) != 0) {
                differences.add(column.measure() + where + Money.plain(before.amount(column)) + ", now "
                        + Money.plain(now.amount(column)));
            }
        }
        return differences;
    }

    /** The same sums, of all files together. */
    LedgerSide ofWholeDelivery() {
        return of(byCurrency().entrySet().stream()
                .map(total -> new FileAmounts(Ledger.WHOLE_DELIVERY, total.getKey(), total.getValue()))
                .toList());
    }

    Set<Entry> keys() {
        return amounts.keySet();
    }
}
