package io.curlake.jobs.cost;

import static io.curlake.model.LineItemColumn.LINE_ITEM_NET_UNBLENDED_COST;
import static io.curlake.model.LineItemColumn.LINE_ITEM_UNBLENDED_COST;
import static io.curlake.model.LineItemColumn.RESERVATION_EFFECTIVE_COST;
import static io.curlake.model.LineItemColumn.RESERVATION_NET_EFFECTIVE_COST;
import static io.curlake.model.LineItemColumn.RESERVATION_NET_UNUSED_AMORTIZED_UPFRONT_FEE_FOR_BILLING_PERIOD;
import static io.curlake.model.LineItemColumn.RESERVATION_NET_UNUSED_RECURRING_FEE;
import static io.curlake.model.LineItemColumn.RESERVATION_UNUSED_AMORTIZED_UPFRONT_FEE_FOR_BILLING_PERIOD;
import static io.curlake.model.LineItemColumn.RESERVATION_UNUSED_RECURRING_FEE;
import static io.curlake.model.LineItemColumn.SAVINGS_PLAN_AMORTIZED_UPFRONT_COMMITMENT_FOR_BILLING_PERIOD;
import static io.curlake.model.LineItemColumn.SAVINGS_PLAN_NET_AMORTIZED_UPFRONT_COMMITMENT_FOR_BILLING_PERIOD;
import static io.curlake.model.LineItemColumn.SAVINGS_PLAN_NET_RECURRING_COMMITMENT_FOR_BILLING_PERIOD;
import static io.curlake.model.LineItemColumn.SAVINGS_PLAN_NET_SAVINGS_PLAN_EFFECTIVE_COST;
import static io.curlake.model.LineItemColumn.SAVINGS_PLAN_RECURRING_COMMITMENT_FOR_BILLING_PERIOD;
import static io.curlake.model.LineItemColumn.SAVINGS_PLAN_SAVINGS_PLAN_EFFECTIVE_COST;
import static io.curlake.model.LineItemColumn.SAVINGS_PLAN_TOTAL_COMMITMENT_TO_DATE;
import static io.curlake.model.LineItemColumn.SAVINGS_PLAN_USED_COMMITMENT;

/**
 * Commitment fees spread over the usage that they cover; what nothing used stands on the fee's own line. Over the life of a
 * commitment that adds up to what was paid. Source: "Understanding your amortized reservation data" and "Understanding
 * Savings Plans" of the CUR user guide; the summary view of AWS's Cloud Intelligence Dashboards agrees, 2026-08.
 */
final class AmortizedCost {
    private AmortizedCost() {}

    static Amount of(ChargeKind kind) {
        return switch (kind) {
            case SAVINGS_PLAN_USAGE -> Amount.of(SAVINGS_PLAN_SAVINGS_PLAN_EFFECTIVE_COST);
            case SAVINGS_PLAN_FEE -> unusedSavingsPlan();
            case RESERVATION_USAGE -> Amount.of(RESERVATION_EFFECTIVE_COST);
            case RESERVATION_FEE ->
                Amount.of(RESERVATION_UNUSED_AMORTIZED_UPFRONT_FEE_FOR_BILLING_PERIOD)
                        .plus(Amount.of(RESERVATION_UNUSED_RECURRING_FEE));
            case SAVINGS_PLAN_NEGATION, SAVINGS_PLAN_UPFRONT, RESERVATION_UPFRONT -> Amount.zero();
            case USAGE, FEE, TAX, CREDIT, REFUND, DISCOUNT, FLAT_RATE, UNKNOWN -> Amount.of(LINE_ITEM_UNBLENDED_COST);
        };
    }

    /**
     * The same after discounts. Of a Savings Plan AWS states no net amount that stayed unused: the unused part has the share
     * that the net fees have of the fees.
     */
    static Amount net(ChargeKind kind) {
        return switch (kind) {
            case SAVINGS_PLAN_USAGE -> Amount.of(SAVINGS_PLAN_NET_SAVINGS_PLAN_EFFECTIVE_COST);
            case SAVINGS_PLAN_FEE ->
                unusedSavingsPlan()
                        .share(
                                Amount.of(SAVINGS_PLAN_NET_AMORTIZED_UPFRONT_COMMITMENT_FOR_BILLING_PERIOD)
                                        .plus(Amount.of(SAVINGS_PLAN_NET_RECURRING_COMMITMENT_FOR_BILLING_PERIOD)),
                                Amount.of(SAVINGS_PLAN_AMORTIZED_UPFRONT_COMMITMENT_FOR_BILLING_PERIOD)
                                        .plus(Amount.of(SAVINGS_PLAN_RECURRING_COMMITMENT_FOR_BILLING_PERIOD)));
            case RESERVATION_USAGE -> Amount.of(RESERVATION_NET_EFFECTIVE_COST);
            case RESERVATION_FEE ->
                Amount.of(RESERVATION_NET_UNUSED_AMORTIZED_UPFRONT_FEE_FOR_BILLING_PERIOD)
                        .plus(Amount.of(RESERVATION_NET_UNUSED_RECURRING_FEE));
            case SAVINGS_PLAN_NEGATION, SAVINGS_PLAN_UPFRONT, RESERVATION_UPFRONT -> Amount.zero();
            case USAGE, FEE, TAX, CREDIT, REFUND, DISCOUNT, FLAT_RATE, UNKNOWN ->
                Amount.of(LINE_ITEM_NET_UNBLENDED_COST);
        };
    }

    private static Amount unusedSavingsPlan() {
        return Amount.of(SAVINGS_PLAN_TOTAL_COMMITMENT_TO_DATE).minus(Amount.of(SAVINGS_PLAN_USED_COMMITMENT));
    }
}
