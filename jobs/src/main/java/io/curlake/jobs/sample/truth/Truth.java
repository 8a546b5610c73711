package io.curlake.jobs.sample.truth;

import io.curlake.jobs.sample.line.LineItem;
import io.curlake.model.LineItemColumn;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was generated, in rows and exact sums by account, line item type and currency. Every task sums what it writes and
 * returns it as its result: a task that is run again counts once.
 */
public final class Truth implements Serializable {
    private final Map<TruthKey, TruthSums> sums = new HashMap<>();

    public void add(LineItem item) {
        sums.computeIfAbsent(key(item), key -> new TruthSums()).add(item);
    }

    public void add(Truth other) {
        other.sums.forEach((key, value) ->
                sums.computeIfAbsent(key, any -> new TruthSums()).add(value));
    }

    public long rows() {
        return sums.values().stream().mapToLong(TruthSums::rows).sum();
    }

    SortedMap<TruthKey, TruthSums> groups() {
        return new TreeMap<>(sums);
    }

    SortedMap<String, TruthSums> totals() {
        SortedMap<String, TruthSums> totals = new TreeMap<>();
        sums.forEach((key, value) -> totals.computeIfAbsent(key.currency(), currency -> new TruthSums())
                .add(value));
        return totals;
    }

    private static TruthKey key(LineItem item) {
        return new TruthKey(
                item.text(LineItemColumn.LINE_ITEM_USAGE_ACCOUNT_ID),
                item.text(LineItemColumn.LINE_ITEM_LINE_ITEM_TYPE),
                item.text(LineItemColumn.LINE_ITEM_CURRENCY_CODE));
    }
}
