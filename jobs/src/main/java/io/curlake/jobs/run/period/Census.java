package io.curlake.jobs.run.period;

import io.curlake.jobs.lineitem.LineItemTypes;
import io.curlake.jobs.lineitem.scan.sum.AccountAndType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Who and what appears in a delivery: rows by usage account, and rows by line item type. */
final class Census {
    private final SortedMap<String, Long> rowsByAccount = new TreeMap<>();
    private final SortedMap<String, Long> rowsByType = new TreeMap<>();

    private Census() {}

    /** Counts both heaps: what is kept, read back, and what is not. */
    static Census of(Map<AccountAndType, Long> kept, Map<AccountAndType, Long> unconnected) {
        Census census = new Census();
        kept.forEach(census::add);
        unconnected.forEach(census::add);
        return census;
    }

    /** Every usage account with a line item, the empty one left out. */
    List<String> accounts() {
        TreeSet<String> accounts = new TreeSet<>(rowsByAccount.keySet());
        accounts.remove("");
        return new ArrayList<>(accounts);
    }

    long rowsWithoutAccount() {
        return rowsByAccount.getOrDefault("", 0L);
    }

    SortedSet<String> types() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(rowsByType.keySet()));
    }

    SortedMap<String, Long> rowsByUnknownType() {
        SortedMap<String, Long> unknown = new TreeMap<>(rowsByType);
        unknown.keySet().removeIf(LineItemTypes::isKnown);
        return unknown;
    }

    private void add(AccountAndType counted, long rows) {
        rowsByAccount.merge(counted.account(), rows, Long::sum);
        rowsByType.merge(counted.type(), rows, Long::sum);
    }
}
