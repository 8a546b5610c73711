package io.curlake.jobs.restatement.cause;

import java.util.Arrays;
import java.util.Locale;

/** Why a key of the table {@code restatement} changed. The rules are in {@link CauseRules}, in the order of these. */
public enum Cause {
    /** The same charges on another invoice, as when AWS closes a month and gives every line item an invoice id. */
    INVOICED("other invoice", Effect.NONE),
    /** Other resource tags or cost categories. */
    TAGS("tags only", Effect.NONE),
    /** A line item type that AWS does not document, whatever happened to it. */
    UNKNOWN_TYPE("unknown line item type", Effect.MOVES),
    ROUNDING("rounding", Effect.NONE),
    /** A day that the delivery before had not begun, or had not finished. */
    NEW_CHARGES("new charges", Effect.ADDS),
    /** The same cost in more or fewer line items. */
    REGROUPED("other rows, same cost", Effect.NONE),
    CREDIT("credit", Effect.MOVES),
    REFUND("refund", Effect.MOVES),
    TAX("tax", Effect.MOVES),
    DISCOUNT("discount", Effect.MOVES),
    /** Another usage is covered by Savings Plans or reservations, or covered at another effective cost. */
    REALLOCATED("RI/SP reallocation", Effect.MOVES),
    FEE("fee", Effect.MOVES),
    /** More usage on a day that was over. */
    LATE_USAGE("late usage", Effect.MOVES),
    GONE("gone", Effect.MOVES),
    /** What remains: other costs of the same charge. */
    REPRICED("repriced", Effect.MOVES);

    private enum Effect {
        NONE,
        ADDS,
        MOVES
    }

    private final String words;
    private final Effect effect;

    Cause(String words, Effect effect) {
        this.words = words;
        this.effect = effect;
    }

    /** The cause that the column {@code cause} names; throws IllegalArgumentException for any other text. */
    public static Cause of(String value) {
        return valueOf(value.toUpperCase(Locale.ROOT));
    }

    /** The values of the causes that {@link #moves move} cost. */
    public static Object[] moving() {
        return Arrays.stream(values()).filter(Cause::moves).map(Cause::value).toArray();
    }

    /** The values of the causes that are {@link #isHarmless harmless}. */
    public static Object[] harmless() {
        return Arrays.stream(values())
                .filter(Cause::isHarmless)
                .map(Cause::value)
                .toArray();
    }

    /** The value of the column {@code cause}. */
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For people. */
    public String words() {
        return words;
    }

    /** Whether the cost of a day that was over is another now. */
    public boolean moves() {
        return effect == Effect.MOVES;
    }

    /** Whether no cost changed that anybody would miss. */
    public boolean isHarmless() {
        return effect == Effect.NONE;
    }
}
