package io.curlake.jobs.run.period;

import io.curlake.jobs.lineitem.LineItemTypes;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;

/**
 * The line item types that the deliveries before had not, each with its effect on cost measures. Source: "Understanding your
 * amortized reservation data" and "Understanding Savings Plans" of the AWS user guides, 2026-11.
 */
final class NewTypes {
    private NewTypes() {}

    /**
     * A sentence for each; types that nobody documented have one of their own, new or not.
     *
     * @param before empty where it is not known
     */
    static List<String> sentences(Set<String> before, SortedSet<String> now) {
        return before.isEmpty()
                ? List.of()
                : now.stream()
                        .filter(type -> !before.contains(type) && LineItemTypes.isKnown(type))
                        .map(type -> "line item type '" + type + "' is new: " + effect(type))
                        .toList();
    }

    private static String effect(String type) {
        return switch (type) {
            case "DiscountedUsage", "SavingsPlanCoveredUsage" -> "amortized cost takes its effective cost";
            case "RIFee", "SavingsPlanRecurringFee" -> "amortized cost takes what of the commitment is not used";
            case "SavingsPlanNegation", "SavingsPlanUpfrontFee" -> "amortized cost leaves it out";
            case "Fee" -> "amortized cost leaves it out where it pays for a commitment";
            default -> "unblended and amortized cost take it as it is billed";
        };
    }
}
