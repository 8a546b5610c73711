package io.curlake.jobs.cost;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a charge is for, in the words of FOCUS 1.2. */
public enum ChargeCategory {
    USAGE,
    PURCHASE,
    TAX,
    CREDIT,
    ADJUSTMENT;

    /** Discount lines change the price of usage; what AWS does not document is an adjustment until somebody knows better. */
    public static ChargeCategory of(ChargeKind kind) {
        return switch (kind) {
            case USAGE, RESERVATION_USAGE, SAVINGS_PLAN_USAGE, SAVINGS_PLAN_NEGATION, DISCOUNT -> USAGE;
            case RESERVATION_FEE, RESERVATION_UPFRONT, FEE, SAVINGS_PLAN_FEE, SAVINGS_PLAN_UPFRONT, FLAT_RATE ->
                PURCHASE;
            case TAX -> TAX;
            case CREDIT -> CREDIT;
            case REFUND, UNKNOWN -> ADJUSTMENT;
        };
    }

    /** The line item types of this category; what is in no list is an {@link #ADJUSTMENT}. */
    public List<String> lineItemTypes() {
        return Arrays.stream(ChargeKind.values())
                .filter(kind -> of(kind).equals(this))
                .flatMap(kind -> kind.lineItemTypes().stream())
                .toList();
    }

    /** As FOCUS spells it. */
    public String text() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }
}
