package io.curlake.jobs.run.bridge.migration;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Something to know before one source takes the place of the other.
 *
 * @param count of what it is about: line items, groups of them, accounts, keys, resources
 * @param names of what it is about: measures, sources, accounts, invoices, keys
 * @param costs by currency
 */
public record Concern(Kind kind, long count, List<String> names, SortedMap<String, BigDecimal> costs) {
    /** How much it weighs. */
    public enum Weight {
        NOTE,
        CHANGE,
        UNSAFE
    }

    /** What it is; what is lost weighs more than what is gained. */
    public enum Kind {
        /** Sums of what was delivered differ. */
        COST_DIFFERS(Weight.UNSAFE),
        /** They differ by less than a millionth per line item. */
        ROUNDING(Weight.NOTE),
        /** The same cost in another number of line items. */
        SPLIT_DIFFERENTLY(Weight.NOTE),
        MEASURE_LOST(Weight.UNSAFE),
        MEASURE_GAINED(Weight.CHANGE),
        /** The same cost on other invoices. */
        INVOICES_DIFFER(Weight.CHANGE),
        /** Some line items have no invoice yet: the next delivery may be another one. */
        OPEN(Weight.NOTE),
        ACCOUNTS_LOST(Weight.UNSAFE),
        ACCOUNTS_GAINED(Weight.CHANGE),
        GOLD_NOT_BUILT(Weight.CHANGE),
        /** What was delivered agrees, or not, and cost measures of gold tables do not. */
        GOLD_DIFFERS(Weight.UNSAFE),
        NET_COSTS_LOST(Weight.UNSAFE),
        NET_COSTS_GAINED(Weight.CHANGE),
        TAG_KEYS_LOST(Weight.UNSAFE),
        TAG_KEYS_GAINED(Weight.CHANGE),
        /** A key that both have covers other cost, or covers it under other values. */
        TAG_VALUES_DIFFER(Weight.CHANGE),
        RESOURCES_LOST(Weight.UNSAFE),
        RESOURCES_GAINED(Weight.CHANGE);

        private final Weight weight;

        Kind(Weight weight) {
            this.weight = weight;
        }

        public Weight weight() {
            return weight;
        }
    }

    static Concern of(Kind kind, List<String> names) {
        return new Concern(kind, names.size(), names, new TreeMap<>());
    }

    static Concern valued(Kind kind, long count, List<String> names, Map<String, BigDecimal> costs) {
        return new Concern(kind, count, names, new TreeMap<>(costs));
    }
}
