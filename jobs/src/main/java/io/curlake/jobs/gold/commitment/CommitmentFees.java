package io.curlake.jobs.gold.commitment;

import io.curlake.jobs.cost.Amount;
import io.curlake.jobs.cost.ChargeKind;
import io.curlake.jobs.cost.CostMeasure;
import io.curlake.jobs.cost.Net;
import io.curlake.jobs.gold.GoldColumns;
import io.curlake.jobs.gold.scan.Grouping;
import io.curlake.jobs.gold.scan.text.ChargeText;
import io.curlake.model.LineItemColumn;
import java.util.List;
import org.apache.spark.sql.types.StructType;

/** What the fee lines of commitments say: how much was committed, and what of it nothing used. They stand with the owner. */
public final class CommitmentFees {
    static final String COMMITTED = "committed_cost";
    static final String UNUSED = "unused_cost";
    static final String PAID = "paid_cost";
    static final List<String> AMOUNTS = List.of(COMMITTED, UNUSED, PAID);
    private static final List<String> KEY = List.of("commitment_arn", "currency");

    private CommitmentFees() {}

    /** What is added up of line items. */
    public static Grouping grouping() {
        return Grouping.byDayAnd(KEY)
                .where(ChargeText.COMMITMENT_ARN)
                .of(
                        ChargeKind.RESERVATION_FEE,
                        ChargeKind.RESERVATION_UPFRONT,
                        ChargeKind.SAVINGS_PLAN_FEE,
                        ChargeKind.SAVINGS_PLAN_UPFRONT)
                .adding(CommitmentFees::committed)
                .adding(CommitmentFees::unused)
                .adding(CommitmentFees::paid);
    }

    /** The columns of what was added up. */
    public static StructType grouped() {
        return GoldColumns.grouped(KEY, AMOUNTS);
    }

    /** Of a Savings Plan the commitment of the hour; of a reservation the fees of the month, upfront part included. */
    private static Amount committed(ChargeKind kind) {
        return switch (kind) {
            case SAVINGS_PLAN_FEE -> Amount.of(LineItemColumn.SAVINGS_PLAN_TOTAL_COMMITMENT_TO_DATE);
            case RESERVATION_FEE ->
                Amount.of(LineItemColumn.RESERVATION_AMORTIZED_UPFRONT_FEE_FOR_BILLING_PERIOD)
                        .plus(Amount.of(LineItemColumn.LINE_ITEM_UNBLENDED_COST));
            default -> Amount.zero();
        };
    }

    private static Amount unused(ChargeKind kind) {
        return switch (kind) {
            case SAVINGS_PLAN_FEE, RESERVATION_FEE -> CostMeasure.AMORTIZED.of(kind, Net.ABSENT);
            default -> Amount.zero();
        };
    }

    private static Amount paid(ChargeKind kind) {
        return switch (kind) {
            case SAVINGS_PLAN_FEE, RESERVATION_FEE, SAVINGS_PLAN_UPFRONT, RESERVATION_UPFRONT ->
                Amount.of(LineItemColumn.LINE_ITEM_UNBLENDED_COST);
            default -> Amount.zero();
        };
    }
}
