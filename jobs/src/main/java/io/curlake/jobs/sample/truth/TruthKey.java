package io.curlake.jobs.sample.truth;

import java.io.Serializable;
import java.util.Comparator;

/** What line items are summed by; the account is empty where the line item names none. */
record TruthKey(String account, String lineItemType, String currency) implements Comparable<TruthKey>, Serializable {
    private static final Comparator<TruthKey> ORDER = Comparator.comparing(TruthKey::account)
            .thenComparing(TruthKey::lineItemType)
            .thenComparing(TruthKey::currency);

    @Override
    public int compareTo(TruthKey other) {
        return ORDER.compare(this, other);
    }
}
