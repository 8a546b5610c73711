package io.curlake.jobs.gold.focus;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.curlake.jobs.cost.AmountColumns;
import io.curlake.jobs.cost.ChargeCategory;
import io.curlake.jobs.cost.ChargeKind;
import io.curlake.jobs.cost.Net;
import io.curlake.jobs.gold.focus.value.Given;
import io.curlake.jobs.gold.focus.value.ProductAttributes;
import io.curlake.jobs.gold.focus.value.SmallMethods;
import io.curlake.model.LineItemColumn;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * One row per charge in the columns of FOCUS 1.2. The sum of {@code BilledCost} is the (net) unblended cost of the line
 * items, the sum of {@code EffectiveCost} their (net) amortized cost, to the last decimal. Source: FOCUS 1.2, 2025-05, and
 * AWS's notes on its own export of it, 2026-11.
 */
public final class FocusCostAndUsage {
    private FocusCostAndUsage() {}

    /**
     * Lazy.
     *
     * @param lineItems of one source and billing period, with all columns of {@code line_item}
     * @param accountNames by account id, for exports without names
     * @return {@link FocusColumns#ALL}, source and billing_period
     */
    public static Dataset<Row> of(Dataset<Row> lineItems, Net net, Map<String, String> accountNames) {
        Dataset<Row> withAttributes = ProductAttributes.add(lineItems);
        return ChargeParts.of(withAttributes, net)
                .select(FocusColumns.select(columns(accountNames)))
                .unionAll(SavingsPlanResidue.of(withAttributes, net, accountNames));
    }

    private static Map<String, Column> columns(Map<String, String> accountNames) {
        Map<String, Column> columns = new LinkedHashMap<>();
        columns.putAll(PartyColumns.columns(accountNames));
        columns.putAll(PartyColumns.chargePeriod());
        columns.putAll(PriceColumns.columns());
        columns.putAll(CommitmentColumns.columns());
        columns.putAll(ServiceColumns.service());
        columns.putAll(ServiceColumns.place());
        columns.putAll(ServiceColumns.resource());
        columns.putAll(SkuColumns.columns());
        columns.put("ChargeCategory", ChargeParts.CATEGORY);
        // AWS refunds what it has invoiced: a wrong charge of an open month is delivered anew.
        columns.put("ChargeClass", when(AmountColumns.isOf(ChargeKind.REFUND), "Correction"));
        columns.put("ChargeFrequency", frequency());
        columns.put("ChargeDescription", Given.text(LineItemColumn.LINE_ITEM_LINE_ITEM_DESCRIPTION));
        columns.put("x_Discounts", col(LineItemColumn.DISCOUNT.columnName()));
        columns.put("x_LineItemType", SmallMethods.with(Given.text(LineItemColumn.LINE_ITEM_LINE_ITEM_TYPE)));
        columns.put("x_Operation", Given.text(LineItemColumn.LINE_ITEM_OPERATION));
        columns.put("x_UsageType", Given.text(LineItemColumn.LINE_ITEM_USAGE_TYPE));
        return columns;
    }

    private static Column frequency() {
        Column isRecurring =
                AmountColumns.isOf(ChargeKind.RESERVATION_FEE, ChargeKind.SAVINGS_PLAN_FEE, ChargeKind.FLAT_RATE);
        return when(ChargeParts.is(ChargeCategory.USAGE), lit("Usage-Based"))
                .when(isRecurring, lit("Recurring"))
                .otherwise(lit("One-Time"));
    }
}
