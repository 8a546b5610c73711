package io.curlake.jobs.gold.focus;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.curlake.jobs.cost.AmountColumns;
import io.curlake.jobs.cost.ChargeCategory;
import io.curlake.jobs.cost.ChargeKind;
import io.curlake.jobs.gold.focus.value.Given;
import io.curlake.jobs.gold.focus.value.UnitPrices;
import io.curlake.model.LineItemColumn;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Costs, prices and quantities of charges. Usage has the public price that AWS states and none where it states none; a
 * purchase costs its fee before discounts. What reservations cover was contracted at the public price, because AWS does not
 * state negotiated prices on demand for it.
 */
final class PriceColumns {
    private static final Column ZERO = Given.money(0);
    private static final Column LIST_COST = col("_list_cost");
    private static final Column LIST_PRICE = col("_list_price");
    private static final Column CONTRACTED_COST = col("_contracted_cost");
    private static final Column CONTRACTED_PRICE = col("_contracted_price");
    private static final Column PUBLIC_RATE = col("_public_rate");
    private static final Column PUBLIC_COST = col("_public_cost");

    private PriceColumns() {}

    /** What list and contracted costs are, before a line item becomes one or two rows. */
    static Dataset<Row> add(Dataset<Row> lineItems) {
        Column rate = Given.numberOfText(LineItemColumn.PRICING_PUBLIC_ON_DEMAND_RATE);
        return lineItems
                .select(
                        col("*"),
                        when(rate.geq(ZERO), rate).as(PUBLIC_RATE.toString()),
                        Given.number(LineItemColumn.PRICING_PUBLIC_ON_DEMAND_COST)
                                .as(PUBLIC_COST.toString()))
                .select(
                        col("*"),
                        listPrice().as(LIST_PRICE.toString()),
                        listCost().as(LIST_COST.toString()))
                .select(
                        col("*"),
                        when(AmountColumns.isOf(ChargeKind.RESERVATION_USAGE), LIST_COST)
                                .otherwise(ChargeParts.COST)
                                .as(CONTRACTED_COST.toString()))
                .select(col("*"), contractedPrice().as(CONTRACTED_PRICE.toString()));
    }

    private static Column listPrice() {
        Column ofUsage = coalesce(
                PUBLIC_RATE, when(PUBLIC_COST.notEqual(ZERO), UnitPrices.perUnit(PUBLIC_COST, ChargeParts.QUANTITY)));
        return when(ChargeCategory.USAGE.is(), ofUsage)
                .when(ChargeCategory.PURCHASE.is(), UnitPrices.perUnit(unblended(), ChargeParts.QUANTITY));
    }

    private static Column listCost() {
        Column ofUsage = coalesce(
                UnitPrices.total(PUBLIC_RATE, ChargeParts.QUANTITY),
                when(PUBLIC_COST.notEqual(ZERO), PUBLIC_COST).otherwise(ChargeParts.COST));
        return when(ChargeCategory.USAGE.is(), ofUsage)
                .when(ChargeCategory.PURCHASE.is(), unblended())
                // List prices know no discounts.
                .when(AmountColumns.isOf(ChargeKind.DISCOUNT), ZERO)
                .otherwise(ChargeParts.COST);
    }

    private static Column contractedPrice() {
        return when(
                ChargeCategory.USAGE.is().or(ChargeCategory.PURCHASE.is()),
                UnitPrices.perUnit(CONTRACTED_COST, ChargeParts.QUANTITY));
    }

    /** Nothing is billed or priced on what stayed unused: its quantity is zero at the fee's prices. */
    static Map<String, Column> columns() {
        Map<String, Column> columns = new LinkedHashMap<>();
        columns.put("BilledCost", billedCost());
        columns.put("EffectiveCost", effectiveCost());
        columns.put("ListCost", zeroIfUnused(LIST_COST));
        columns.put("ListUnitPrice", LIST_PRICE);
        columns.put("ContractedCost", zeroIfUnused(CONTRACTED_COST));
        columns.put("ContractedUnitPrice", CONTRACTED_PRICE);
        columns.put("PricingQuantity", zeroIfUnused(when(isMeasured(), ChargeParts.QUANTITY)));
        columns.put("PricingUnit", when(isMeasured(), unit()));
        columns.put("PricingCategory", pricingCategory());
        columns.put("ConsumedQuantity", when(isConsumed(), ChargeParts.QUANTITY));
        columns.put("ConsumedUnit", when(isConsumed(), unit()));
        columns.putAll(inPricingCurrency());
        return columns;
    }

    private static Column billedCost() {
        Column isCovered = AmountColumns.isOf(ChargeKind.SAVINGS_PLAN_USAGE);
        return when(ChargeParts.IS_UNUSED.or(isCovered), ZERO).otherwise(ChargeParts.COST);
    }

    private static Column effectiveCost() {
        Column isFee = AmountColumns.isOf(ChargeKind.RESERVATION_FEE, ChargeKind.SAVINGS_PLAN_FEE);
        return when(isFee.and(ChargeParts.IS_UNUSED.equalTo(lit(false))), ZERO).otherwise(ChargeParts.EFFECTIVE);
    }

    private static Column pricingCategory() {
        Column isSpot =
                coalesce(col(LineItemColumn.LINE_ITEM_USAGE_TYPE.columnName()).contains("SpotUsage"), lit(false));
        return when(CommitmentColumns.isCommittedUsage(), "Committed")
                .when(ChargeParts.is(ChargeCategory.USAGE).and(isSpot), "Dynamic")
                .when(isMeasured(), "Standard");
    }

    /** Where AWS does not say in which currency it prices, it is the currency that it bills in. */
    private static Map<String, Column> inPricingCurrency() {
        Column billing = Given.text(LineItemColumn.LINE_ITEM_CURRENCY_CODE);
        Column pricing = coalesce(Given.text(LineItemColumn.PRICING_CURRENCY), billing);
        Column isSame = pricing.equalTo(billing);
        return Map.of(
                "PricingCurrency", pricing,
                "PricingCurrencyEffectiveCost", when(isSame, effectiveCost()),
                "PricingCurrencyListUnitPrice", when(isSame, LIST_PRICE),
                "PricingCurrencyContractedUnitPrice", when(isSame, CONTRACTED_PRICE));
    }

    private static Column isMeasured() {
        return ChargeParts.is(ChargeCategory.USAGE, ChargeCategory.PURCHASE);
    }

    private static Column isConsumed() {
        return ChargeParts.is(ChargeCategory.USAGE).and(ChargeParts.IS_UNUSED.equalTo(lit(false)));
    }

    private static Column unit() {
        return coalesce(Given.text(LineItemColumn.PRICING_UNIT), Given.text(LineItemColumn.PRODUCT_PRICING_UNIT));
    }

    private static Column zeroIfUnused(Column amount) {
        return when(ChargeParts.IS_UNUSED, ZERO).otherwise(amount);
    }

    private static Column unblended() {
        return Given.number(LineItemColumn.LINE_ITEM_UNBLENDED_COST);
    }
}
