package io.curlake.jobs.run.contract;

import static io.curlake.model.LineItemColumn.LINE_ITEM_BLENDED_COST;
import static io.curlake.model.LineItemColumn.LINE_ITEM_NET_UNBLENDED_COST;
import static io.curlake.model.LineItemColumn.LINE_ITEM_UNBLENDED_COST;
import static io.curlake.model.LineItemColumn.PRICING_PUBLIC_ON_DEMAND_COST;
import static io.curlake.model.LineItemColumn.RESERVATION_EFFECTIVE_COST;
import static io.curlake.model.LineItemColumn.RESERVATION_NET_EFFECTIVE_COST;
import static io.curlake.model.LineItemColumn.RESERVATION_NET_UNUSED_AMORTIZED_UPFRONT_FEE_FOR_BILLING_PERIOD;
import static io.curlake.model.LineItemColumn.RESERVATION_NET_UNUSED_RECURRING_FEE;
import static io.curlake.model.LineItemColumn.RESERVATION_RESERVATION_A_R_N;
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
import static java.util.Map.entry;

import io.curlake.model.LineItemColumn;
import java.util.Map;
import java.util.Optional;

/**
 * The columns that cost measures are made of, and what a measure is without them. Source: CUR 2.0 table dictionary,
 * "Understanding your amortized reservation data" and "Understanding Savings Plans" of the AWS user guides, 2026-11.
 */
final class CostSource {
    private static final Map<LineItemColumn, String> WITHOUT = Map.ofEntries(
            entry(LINE_ITEM_UNBLENDED_COST, "unblended cost is empty"),
            entry(LINE_ITEM_NET_UNBLENDED_COST, "net measures equal unblended cost"),
            entry(LINE_ITEM_BLENDED_COST, "blended cost is empty"),
            entry(PRICING_PUBLIC_ON_DEMAND_COST, "list cost is empty"),
            entry(RESERVATION_EFFECTIVE_COST, "amortized cost lacks the usage that reservations cover"),
            entry(RESERVATION_NET_EFFECTIVE_COST, "net amortized cost lacks the usage that reservations cover"),
            entry(
                    RESERVATION_UNUSED_AMORTIZED_UPFRONT_FEE_FOR_BILLING_PERIOD,
                    "amortized cost lacks what of reservations is not used"),
            entry(RESERVATION_UNUSED_RECURRING_FEE, "amortized cost lacks what of reservations is not used"),
            entry(
                    RESERVATION_NET_UNUSED_AMORTIZED_UPFRONT_FEE_FOR_BILLING_PERIOD,
                    "net amortized cost lacks what of reservations is not used"),
            entry(RESERVATION_NET_UNUSED_RECURRING_FEE, "net amortized cost lacks what of reservations is not used"),
            entry(RESERVATION_RESERVATION_A_R_N, "amortized cost counts upfront fees of reservations twice"),
            entry(SAVINGS_PLAN_SAVINGS_PLAN_EFFECTIVE_COST, "amortized cost lacks the usage that Savings Plans cover"),
            entry(
                    SAVINGS_PLAN_NET_SAVINGS_PLAN_EFFECTIVE_COST,
                    "net amortized cost lacks the usage that Savings Plans cover"),
            entry(SAVINGS_PLAN_TOTAL_COMMITMENT_TO_DATE, "amortized cost lacks what of Savings Plans is not used"),
            entry(SAVINGS_PLAN_USED_COMMITMENT, "amortized cost lacks what of Savings Plans is not used"),
            entry(
                    SAVINGS_PLAN_AMORTIZED_UPFRONT_COMMITMENT_FOR_BILLING_PERIOD,
                    "net amortized cost of what of Savings Plans is not used equals its amortized cost"),
            entry(
                    SAVINGS_PLAN_RECURRING_COMMITMENT_FOR_BILLING_PERIOD,
                    "net amortized cost of what of Savings Plans is not used equals its amortized cost"),
            entry(
                    SAVINGS_PLAN_NET_AMORTIZED_UPFRONT_COMMITMENT_FOR_BILLING_PERIOD,
                    "net amortized cost of what of Savings Plans is not used equals its amortized cost"),
            entry(
                    SAVINGS_PLAN_NET_RECURRING_COMMITMENT_FOR_BILLING_PERIOD,
                    "net amortized cost of what of Savings Plans is not used equals its amortized cost"));

    private CostSource() {}

    /** What the measure is where the column is not delivered; empty for a column that no cost measure reads. */
    static Optional<String> without(String column) {
        return LineItemColumn.named(column).map(WITHOUT::get);
    }
}
