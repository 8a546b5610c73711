package io.curlake.jobs.run.period;

import io.curlake.jobs.lineitem.LineItemTypes;
import io.curlake.jobs.lineitem.scan.sum.AccountAndType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Who and what appears in a delivery: rows by usage account, and rows of line item types that nobody documented. */
final class Census {
    private final SortedMap<String, Long> rowsByAccount = new TreeMap<>();
    private final SortedMap<String, Long> rowsByUnknownType = new TreeMap<>();

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

    SortedMap<String, Long> rowsByUnknownType() {
        return rowsByUnknownType;
    }

    private void add(AccountAndType counted, long rows) {
        rowsByAccount.merge(counted.account(), rows, Long::sum);
        if (!LineItemTypes.isKnown(counted.type())) {
            rowsByUnknownType.merge(counted.type(), rows, Long::sum);
        }
    }
}
