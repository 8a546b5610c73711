package io.curlake.jobs.restatement.cause;

import java.util.Arrays;
import java.util.Set;

/** The documented line item types, by what a change of them means. */
@SuppressWarnings("ImmutableEnumChecker") // sets of Set.of
public enum LineItemFamily {
    USAGE("Usage", "DiscountedUsage", "SavingsPlanCoveredUsage"),
    NEGATION("SavingsPlanNegation"),
    FEE(
            "Fee",
            "RIFee",
            "SavingsPlanRecurringFee",
            "SavingsPlanUpfrontFee",
            "FlatRateSubscription",
            "FlateRateSubscription"),
    CREDIT("Credit"),
    REFUND("Refund"),
    TAX("Tax"),
    DISCOUNT("BundledDiscount", "Discount", "EdpDiscount", "PrivateRateDiscount", "RiVolumeDiscount", "SppDiscount");

    private final Set<String> types;

    LineItemFamily(String... types) {
        this.types = Set.of(types);
    }

    public Set<String> types() {
        return types;
    }

    boolean holds(String type) {
        return types.contains(type);
    }

    /** Whether a line item type is documented. */
    static boolean isKnown(String type) {
        return Arrays.stream(values()).anyMatch(family -> family.holds(type));
    }
}
