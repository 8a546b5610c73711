package io.curlake.jobs.cost;

import static io.curlake.model.LineItemColumn.LINE_ITEM_NET_UNBLENDED_COST;
import static io.curlake.model.LineItemColumn.LINE_ITEM_UNBLENDED_COST;
import static io.curlake.model.LineItemColumn.RESERVATION_AMORTIZED_UPFRONT_COST_FOR_USAGE;
import static io.curlake.model.LineItemColumn.RESERVATION_EFFECTIVE_COST;
import static io.curlake.model.LineItemColumn.RESERVATION_NET_AMORTIZED_UPFRONT_COST_FOR_USAGE;
import static io.curlake.model.LineItemColumn.RESERVATION_NET_RECURRING_FEE_FOR_USAGE;
import static io.curlake.model.LineItemColumn.RESERVATION_RECURRING_FEE_FOR_USAGE;
import static io.curlake.model.LineItemColumn.SAVINGS_PLAN_SAVINGS_PLAN_EFFECTIVE_COST;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A step of the bridge from unblended to amortized cost, and from there to net amortized cost. Each has a rule of its own
 * and none is what the others leave, so that they can fail to add up. Source: as {@link CostMeasure}.
 */
public enum BridgeRow {
    /** What commitments cost when they were bought. It comes back below, spread. */
    UPFRONT_FEES(End.AMORTIZED),
    /** What commitments cost by the hour or month. It comes back below, spread. */
    RECURRING_FEES(End.AMORTIZED),
    /** The price on demand of usage that a commitment covers. */
    COVERED_USAGE(End.AMORTIZED),
    /** What AWS takes back of that price. */
    NEGATION(End.AMORTIZED),
    /** The part of reservations' upfront fees that usage took. */
    UPFRONT_SPREAD(End.AMORTIZED),
    /** The part of reservations' recurring fees that usage took. */
    RECURRING_SPREAD(End.AMORTIZED),
    /** The part of Savings Plans' fees that usage took; AWS states upfront and recurring part together. */
    SAVINGS_PLAN_SPREAD(End.AMORTIZED),
    /** The part of commitments' fees that nothing took. */
    UNUSED_COMMITMENT(End.AMORTIZED),
    /** What a private contract takes off charges that no commitment covers. */
    DISCOUNTS(End.NET_AMORTIZED),
    /** What it takes off commitments. */
    COMMITMENT_DISCOUNTS(End.NET_AMORTIZED);

    /** The measure that a step leads to. */
    private enum End {
        AMORTIZED,
        NET_AMORTIZED
    }

    private final End end;

    BridgeRow(End end) {
        this.end = end;
    }

    /** The steps from unblended to amortized cost. */
    public static List<BridgeRow> toAmortized() {
        return Arrays.stream(values()).filter(row -> row.end == End.AMORTIZED).toList();
    }

    /** The steps from amortized to net amortized cost. */
    public static List<BridgeRow> toNetAmortized() {
        return Arrays.stream(values())
                .filter(row -> row.end == End.NET_AMORTIZED)
                .toList();
    }

    /** What a line item of that kind adds. */
    public Amount of(ChargeKind kind, Net net) {
        return switch (kind) {
            case USAGE, FEE, TAX, CREDIT, REFUND, DISCOUNT, FLAT_RATE, UNKNOWN -> ofPlain(net);
            case RESERVATION_UPFRONT, SAVINGS_PLAN_UPFRONT ->
                only(UPFRONT_FEES, unblended().negated());
            case RESERVATION_FEE, SAVINGS_PLAN_FEE -> ofFee(kind, net);
            case SAVINGS_PLAN_NEGATION -> only(NEGATION, unblended().negated());
            case SAVINGS_PLAN_USAGE -> ofSavingsPlanUsage(kind, net);
            case RESERVATION_USAGE -> ofReservationUsage(net);
        };
    }

    /** The step's column in tables. */
    public String columnName() {
        return name().toLowerCase(Locale.ROOT);
    }

    private Amount ofPlain(Net net) {
        return switch (net) {
            case ABSENT -> Amount.zero();
            case DELIVERED ->
                only(DISCOUNTS, Amount.of(LINE_ITEM_NET_UNBLENDED_COST).minus(unblended()));
        };
    }

    private Amount ofFee(ChargeKind kind, Net net) {
        return switch (this) {
            case RECURRING_FEES -> unblended().negated();
            case UNUSED_COMMITMENT -> AmortizedCost.of(kind);
            case COMMITMENT_DISCOUNTS -> discount(kind, net);
            case UPFRONT_FEES,
                    COVERED_USAGE,
                    NEGATION,
                    UPFRONT_SPREAD,
                    RECURRING_SPREAD,
                    SAVINGS_PLAN_SPREAD,
                    DISCOUNTS -> Amount.zero();
        };
    }

    private Amount ofSavingsPlanUsage(ChargeKind kind, Net net) {
        return switch (this) {
            case COVERED_USAGE -> unblended().negated();
            case SAVINGS_PLAN_SPREAD -> Amount.of(SAVINGS_PLAN_SAVINGS_PLAN_EFFECTIVE_COST);
            case COMMITMENT_DISCOUNTS -> discount(kind, net);
            case UPFRONT_FEES,
                    RECURRING_FEES,
                    NEGATION,
                    UPFRONT_SPREAD,
                    RECURRING_SPREAD,
                    UNUSED_COMMITMENT,
                    DISCOUNTS -> Amount.zero();
        };
    }

    private Amount ofReservationUsage(Net net) {
        return switch (this) {
            case COVERED_USAGE -> unblended().negated();
            case UPFRONT_SPREAD -> Amount.of(RESERVATION_AMORTIZED_UPFRONT_COST_FOR_USAGE);
            case RECURRING_SPREAD -> Amount.of(RESERVATION_RECURRING_FEE_FOR_USAGE);
            case COMMITMENT_DISCOUNTS ->
                switch (net) {
                    case ABSENT -> Amount.zero();
                    case DELIVERED ->
                        Amount.of(RESERVATION_NET_AMORTIZED_UPFRONT_COST_FOR_USAGE)
                                .plus(Amount.of(RESERVATION_NET_RECURRING_FEE_FOR_USAGE))
                                .minus(Amount.of(RESERVATION_EFFECTIVE_COST));
                };
            case UPFRONT_FEES, RECURRING_FEES, NEGATION, SAVINGS_PLAN_SPREAD, UNUSED_COMMITMENT, DISCOUNTS ->
                Amount.zero();
        };
    }

    private static Amount discount(ChargeKind kind, Net net) {
        return switch (net) {
            case ABSENT -> Amount.zero();
            case DELIVERED -> AmortizedCost.net(kind).minus(AmortizedCost.of(kind));
        };
    }

    private Amount only(BridgeRow row, Amount amount) {
        return equals(row) ? amount : Amount.zero();
    }

    private static Amount unblended() {
        return Amount.of(LINE_ITEM_UNBLENDED_COST);
    }
}
