package io.curlake.jobs.lineitem;

import java.util.Set;

/** The values of {@code line_item_line_item_type} that AWS documents. Source: CUR data dictionary, 2026-11. */
public final class LineItemTypes {
    private static final Set<String> KNOWN = Set.of(
            "Usage",
            "DiscountedUsage",
            "RIFee",
            "Fee",
            "SavingsPlanCoveredUsage",
            "SavingsPlanNegation",
            "SavingsPlanRecurringFee",
            "SavingsPlanUpfrontFee",
            "Tax",
            "Credit",
            "Refund",
            "BundledDiscount",
            "Discount",
            "EdpDiscount",
            "PrivateRateDiscount",
            "RiVolumeDiscount",
            "SppDiscount",
            "FlatRateSubscription",
            // One page of the AWS documentation spells it so.
            "FlateRateSubscription");

    private LineItemTypes() {}

    /** Every documented value. */
    public static Set<String> known() {
        return KNOWN;
    }

    /** An unknown type is kept at its unblended cost, counted and named. */
    public static boolean isKnown(String type) {
        return KNOWN.contains(type);
    }
}
