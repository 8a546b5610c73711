package io.curlake.jobs.gold.commitment;

import static org.apache.spark.sql.functions.col;

import io.curlake.jobs.cost.Amount;
import io.curlake.jobs.cost.AmountColumns;
import io.curlake.jobs.cost.ChargeKind;
import io.curlake.jobs.cost.CostMeasure;
import io.curlake.jobs.cost.Net;
import io.curlake.jobs.gold.ChargeColumns;
import io.curlake.model.LineItemColumn;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What the fee lines of commitments say: how much was committed, and what of it nothing used. They stand with the owner. */
public final class CommitmentFees {
    static final String COMMITTED = "committed_cost";
    static final String UNUSED = "unused_cost";
    static final String PAID = "paid_cost";
    static final List<String> AMOUNTS = List.of(COMMITTED, UNUSED, PAID);
    private static final Object[] TYPES = {"RIFee", "SavingsPlanRecurringFee", "SavingsPlanUpfrontFee", "Fee"};

    private CommitmentFees() {}

    /** By day, commitment and currency. Reads few line items. */
    public static Dataset<Row> of(Dataset<Row> lineItems) {
        return lineItems
                .filter(col(LineItemColumn.LINE_ITEM_LINE_ITEM_TYPE.columnName())
                        .isin(TYPES))
                .filter(ChargeColumns.commitment().notEqual(""))
                .withColumn(AmountColumns.KIND, AmountColumns.kind())
                .groupBy(ChargeColumns.day(), ChargeColumns.commitment(), ChargeColumns.currency())
                .agg(
                        AmountColumns.ofRows(CommitmentFees::committed).as(COMMITTED),
                        AmountColumns.ofRows(CommitmentFees::unused).as(UNUSED),
                        AmountColumns.ofRows(CommitmentFees::paid).as(PAID));
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
