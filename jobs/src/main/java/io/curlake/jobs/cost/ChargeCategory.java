package io.curlake.jobs.cost;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;

/** What a charge is for, in the words of FOCUS 1.2. */
public enum ChargeCategory {
    USAGE("Usage"),
    PURCHASE("Purchase"),
    TAX("Tax"),
    CREDIT("Credit"),
    ADJUSTMENT("Adjustment");

    private final String text;

    ChargeCategory(String text) {
        this.text = text;
    }

    /**
     * Refunds, discounts and types that AWS did not document are adjustments: they have neither quantity nor price of their
     * own, which usage and purchases must have. A negation belongs to the usage that it takes back.
     */
    public static ChargeCategory of(ChargeKind kind) {
        return switch (kind) {
            case USAGE, RESERVATION_USAGE, SAVINGS_PLAN_USAGE, SAVINGS_PLAN_NEGATION -> USAGE;
            case FEE, FLAT_RATE, RESERVATION_FEE, RESERVATION_UPFRONT, SAVINGS_PLAN_FEE, SAVINGS_PLAN_UPFRONT ->
                PURCHASE;
            case TAX -> TAX;
            case CREDIT -> CREDIT;
            case REFUND, DISCOUNT, UNKNOWN -> ADJUSTMENT;
        };
    }

    public String text() {
        return text;
    }

    /** The line item types of this category; what is in no list is an {@link #ADJUSTMENT}. */
    public List<String> lineItemTypes() {
        return Arrays.stream(kinds())
                .flatMap(kind -> kind.lineItemTypes().stream())
                .toList();
    }

    /** Whether a row with {@link AmountColumns#KIND} is of this category. */
    public Column is() {
        return AmountColumns.isOf(kinds());
    }

    /** The category of such a row. */
    public static Column ofRow() {
        Column category = lit(ADJUSTMENT.text);
        for (ChargeCategory one : List.of(CREDIT, TAX, PURCHASE, USAGE)) {
            category = when(one.is(), lit(one.text)).otherwise(category);
        }
        return category;
    }

    private ChargeKind[] kinds() {
        return Arrays.stream(ChargeKind.values())
                .filter(kind -> of(kind).equals(this))
                .toArray(ChargeKind[]::new);
    }
}
