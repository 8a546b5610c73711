package io.curlake.jobs.gold.focus;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.curlake.jobs.cost.AmountColumns;
import io.curlake.jobs.cost.ChargeCategory;
import io.curlake.jobs.cost.ChargeKind;
import io.curlake.jobs.cost.amount.ExactAmounts;
import io.curlake.jobs.gold.focus.value.Given;
import io.curlake.model.LineItemColumn;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Column;

/**
 * Savings Plans and reservations. A Savings Plan is measured in money, a reservation that is good for several sizes in
 * normalized units, any other in units: the same for all charges of it.
 */
final class CommitmentColumns {
    private CommitmentColumns() {}

    static Map<String, Column> columns() {
        Map<String, Column> columns = new LinkedHashMap<>();
        columns.put("CommitmentDiscountId", id());
        columns.put("CommitmentDiscountCategory", byCommitment(lit("Spend"), lit("Usage")));
        columns.put("CommitmentDiscountType", type());
        columns.put("CommitmentDiscountStatus", when(isCommittedUsage(), status()));
        columns.put("CommitmentDiscountQuantity", when(isMeasured(), quantity()));
        columns.put("CommitmentDiscountUnit", when(isMeasured(), unit()));
        columns.put("CapacityReservationId", Given.text(LineItemColumn.CAPACITY_RESERVATION_CAPACITY_RESERVATION_ARN));
        columns.put("CapacityReservationStatus", capacityReservationStatus());
        return columns;
    }

    static Column id() {
        return coalesce(savingsPlan(), reservation());
    }

    static Column type() {
        Column savingsPlan = coalesce(Given.text(LineItemColumn.SAVINGS_PLAN_OFFERING_TYPE), lit("Savings Plan"));
        return byCommitment(savingsPlan, lit("Reserved Instance"));
    }

    /** Whether it is a charge for the commitment itself, which then is its resource. */
    static Column isCommitmentItself() {
        return AmountColumns.isOf(
                        ChargeKind.RESERVATION_FEE,
                        ChargeKind.RESERVATION_UPFRONT,
                        ChargeKind.SAVINGS_PLAN_FEE,
                        ChargeKind.SAVINGS_PLAN_UPFRONT)
                .and(id().isNotNull());
    }

    static Column isCommittedUsage() {
        return ChargeParts.is(ChargeCategory.USAGE).and(id().isNotNull());
    }

    private static Column status() {
        return when(ChargeParts.IS_UNUSED, "Unused").otherwise("Used");
    }

    private static Column isMeasured() {
        return ChargeParts.is(ChargeCategory.USAGE, ChargeCategory.PURCHASE).and(id().isNotNull());
    }

    private static Column quantity() {
        return byCommitment(
                savingsPlanQuantity(), when(isNormalized(), normalizedUnits()).otherwise(units()));
    }

    private static Column savingsPlanQuantity() {
        Column total = Given.number(LineItemColumn.SAVINGS_PLAN_TOTAL_COMMITMENT_TO_DATE);
        Column used = Given.number(LineItemColumn.SAVINGS_PLAN_USED_COMMITMENT);
        return when(ChargeParts.IS_UNUSED, ExactAmounts.minus(total, used))
                .when(AmountColumns.isOf(ChargeKind.SAVINGS_PLAN_FEE), total)
                .when(
                        AmountColumns.isOf(ChargeKind.SAVINGS_PLAN_USAGE),
                        Given.number(LineItemColumn.SAVINGS_PLAN_SAVINGS_PLAN_EFFECTIVE_COST))
                .otherwise(Given.number(LineItemColumn.LINE_ITEM_UNBLENDED_COST));
    }

    private static Column normalizedUnits() {
        Column usage = Given.number(LineItemColumn.LINE_ITEM_NORMALIZED_USAGE_AMOUNT);
        return when(ChargeParts.IS_UNUSED, Given.number(LineItemColumn.RESERVATION_UNUSED_NORMALIZED_UNIT_QUANTITY))
                .when(
                        isFee(),
                        coalesce(Given.numberOfText(LineItemColumn.RESERVATION_TOTAL_RESERVED_NORMALIZED_UNITS), usage))
                .otherwise(usage);
    }

    private static Column units() {
        Column usage = ChargeParts.QUANTITY;
        return when(ChargeParts.IS_UNUSED, Given.number(LineItemColumn.RESERVATION_UNUSED_QUANTITY))
                .when(isFee(), coalesce(Given.numberOfText(LineItemColumn.RESERVATION_TOTAL_RESERVED_UNITS), usage))
                .otherwise(usage);
    }

    private static Column unit() {
        return byCommitment(
                Given.text(LineItemColumn.LINE_ITEM_CURRENCY_CODE),
                when(isNormalized(), "Normalized Units").otherwise("Units"));
    }

    private static Column isNormalized() {
        Column zero = Given.money(0);
        Column factor = Given.number(LineItemColumn.LINE_ITEM_NORMALIZATION_FACTOR);
        Column reserved = Given.numberOfText(LineItemColumn.RESERVATION_TOTAL_RESERVED_NORMALIZED_UNITS);
        return factor.notEqual(zero).or(coalesce(reserved, zero).notEqual(zero));
    }

    private static Column isFee() {
        return AmountColumns.isOf(ChargeKind.RESERVATION_FEE, ChargeKind.RESERVATION_UPFRONT);
    }

    /** AWS also states {@code Reserved} and {@code Cancelling}, of which FOCUS knows nothing. */
    private static Column capacityReservationStatus() {
        Column status = Given.text(LineItemColumn.CAPACITY_RESERVATION_CAPACITY_RESERVATION_STATUS);
        Column id = Given.text(LineItemColumn.CAPACITY_RESERVATION_CAPACITY_RESERVATION_ARN);
        return when(id.isNotNull().and(status.isin("Used", "Unused")), status);
    }

    private static Column byCommitment(Column ofSavingsPlan, Column ofReservation) {
        return when(savingsPlan().isNotNull(), ofSavingsPlan).when(reservation().isNotNull(), ofReservation);
    }

    private static Column savingsPlan() {
        return Given.text(LineItemColumn.SAVINGS_PLAN_SAVINGS_PLAN_A_R_N);
    }

    private static Column reservation() {
        return Given.text(LineItemColumn.RESERVATION_RESERVATION_A_R_N);
    }
}
