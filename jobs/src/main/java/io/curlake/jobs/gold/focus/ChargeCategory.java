package io.curlake.jobs.gold.focus;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.curlake.jobs.cost.AmountColumns;
import io.curlake.jobs.cost.ChargeKind;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;

/** What a charge is for, in the words of FOCUS. */
enum ChargeCategory {
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
     * own, which usage and purchases must have.
     */
    static ChargeCategory of(ChargeKind kind) {
        return switch (kind) {
            case USAGE, RESERVATION_USAGE, SAVINGS_PLAN_USAGE -> USAGE;
            case FEE, FLAT_RATE, RESERVATION_FEE, RESERVATION_UPFRONT, SAVINGS_PLAN_FEE, SAVINGS_PLAN_UPFRONT ->
                PURCHASE;
            case TAX -> TAX;
            case CREDIT -> CREDIT;
            case REFUND, DISCOUNT, SAVINGS_PLAN_NEGATION, UNKNOWN -> ADJUSTMENT;
        };
    }

    String text() {
        return text;
    }

    /** Whether a line item is of this category. */
    Column is() {
        return AmountColumns.isOf(Arrays.stream(ChargeKind.values())
                .filter(kind -> of(kind) == this)
                .toArray(ChargeKind[]::new));
    }

    /** The category of a line item. */
    static Column ofRow() {
        Column category = lit(ADJUSTMENT.text);
        for (ChargeCategory one : List.of(CREDIT, TAX, PURCHASE, USAGE)) {
            category = when(one.is(), lit(one.text)).otherwise(category);
        }
        return category;
    }
}
