package io.curlake.jobs.cost;

import java.util.Arrays;
import java.util.List;

/**
 * The line item types of a bill as far as cost rules tell them apart. Source: CUR data dictionary, "line item details", and
 * the walk-throughs of Savings Plans and reservations in the CUR user guide, 2026-11.
 */
public enum ChargeKind {
    /** On demand, Spot included. */
    USAGE(0),
    RESERVATION_USAGE(1),
    /** The monthly fee of a reservation; its line says what of it stayed unused. */
    RESERVATION_FEE(2),
    /** What a reservation cost when it was bought, or exchanged: a {@code Fee} with the ARN of a reservation. */
    RESERVATION_UPFRONT(3),
    /** Support, Marketplace, registrations. */
    FEE(4),
    /** At its price on demand, which a negation of the same hour takes back. */
    SAVINGS_PLAN_USAGE(5),
    SAVINGS_PLAN_NEGATION(6),
    /** The hourly commitment; its line says what of it was used. */
    SAVINGS_PLAN_FEE(7),
    SAVINGS_PLAN_UPFRONT(8),
    TAX(9),
    CREDIT(10),
    /** Of whatever was charged: a returned Savings Plan, too, is refunded on the day its money comes back. */
    REFUND(11),
    DISCOUNT(12),
    FLAT_RATE(13),
    /** A type that AWS did not document. Costs its unblended cost; loads count and name it. */
    UNKNOWN(14);

    private final int code;

    ChargeKind(int code) {
        this.code = code;
    }

    /** @param reservationArn of the line item; '' where it has none */
    public static ChargeKind of(String lineItemType, String reservationArn) {
        ChargeKind kind = Arrays.stream(values())
                .filter(k -> k.lineItemTypes().contains(lineItemType))
                .findFirst()
                .orElse(UNKNOWN);
        return kind == FEE && !reservationArn.isEmpty() ? RESERVATION_UPFRONT : kind;
    }

    /** The values of {@code line_item_line_item_type} that are of this kind; none where the type alone does not say. */
    public List<String> lineItemTypes() {
        return switch (this) {
            case USAGE -> List.of("Usage");
            case RESERVATION_USAGE -> List.of("DiscountedUsage");
            case RESERVATION_FEE -> List.of("RIFee");
            case FEE -> List.of("Fee");
            case SAVINGS_PLAN_USAGE -> List.of("SavingsPlanCoveredUsage");
            case SAVINGS_PLAN_NEGATION -> List.of("SavingsPlanNegation");
            case SAVINGS_PLAN_FEE -> List.of("SavingsPlanRecurringFee");
            case SAVINGS_PLAN_UPFRONT -> List.of("SavingsPlanUpfrontFee");
            case TAX -> List.of("Tax");
            case CREDIT -> List.of("Credit");
            case REFUND -> List.of("Refund");
            case DISCOUNT ->
                List.of(
                        "BundledDiscount",
                        "Discount",
                        "EdpDiscount",
                        "PrivateRateDiscount",
                        "RiVolumeDiscount",
                        "SppDiscount");
            // One page of AWS's documentation spells it the second way.
            case FLAT_RATE -> List.of("FlatRateSubscription", "FlateRateSubscription");
            case RESERVATION_UPFRONT, UNKNOWN -> List.of();
        };
    }

    /** Stands for the kind in computed columns. */
    int code() {
        return code;
    }
}
