package io.curlake.jobs.gold.focus;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_trunc;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import io.curlake.jobs.cost.AmountColumns;
import io.curlake.jobs.cost.ChargeCategory;
import io.curlake.jobs.cost.ChargeKind;
import io.curlake.jobs.cost.CostMeasure;
import io.curlake.jobs.cost.Net;
import io.curlake.jobs.gold.focus.value.Given;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What covered usage costs besides its negations: nothing, by AWS's rules. FOCUS bills covered usage at zero and knows no
 * negations, so only what cancels may vanish. Where it does not cancel, as a digit behind many others or because the other
 * side is in an account that is not connected, the difference is a row of its own for a day, account, service, Savings Plan
 * and invoice.
 */
final class SavingsPlanResidue {
    private static final String COST = "_cost";

    private SavingsPlanResidue() {}

    static Dataset<Row> of(Dataset<Row> lineItems, Net net, Map<String, String> accountNames) {
        Map<String, Column> grain = grain(accountNames);
        Column[] keys = Stream.concat(Stream.of("source", "billing_period"), grain.keySet().stream())
                .map(name -> col(name))
                .toArray(Column[]::new);
        Dataset<Row> residue = lineItems
                .select(AmountColumns.kind(), col("*"))
                .filter(AmountColumns.isOf(ChargeKind.SAVINGS_PLAN_USAGE, ChargeKind.SAVINGS_PLAN_NEGATION))
                .withColumns(grain)
                .groupBy(keys)
                .agg(AmountColumns.ofRows(kind -> CostMeasure.NET_UNBLENDED.of(kind, net))
                        .as(COST))
                .filter(col(COST).notEqual(Given.money(0)));
        return residue.select(FocusColumns.select(columns(grain)));
    }

    private static Map<String, Column> grain(Map<String, String> accountNames) {
        Map<String, Column> grain = new LinkedHashMap<>(PartyColumns.columns(accountNames));
        grain.putAll(ServiceColumns.service());
        grain.put("CommitmentDiscountId", CommitmentColumns.id());
        grain.put("CommitmentDiscountType", CommitmentColumns.type());
        grain.put(
                "ChargePeriodStart",
                date_trunc("day", PartyColumns.chargePeriod().get("ChargePeriodStart")));
        return grain;
    }

    private static Map<String, Column> columns(Map<String, Column> grain) {
        Map<String, Column> columns = new LinkedHashMap<>();
        grain.keySet().forEach(name -> columns.put(name, col(name)));
        columns.put("ChargePeriodEnd", expr("ChargePeriodStart + INTERVAL 1 DAY"));
        columns.put("ChargeCategory", lit(ChargeCategory.ADJUSTMENT.text()));
        columns.put("ChargeFrequency", lit("One-Time"));
        columns.put("ChargeDescription", lit("Covered usage that Savings Plan negations do not cancel"));
        columns.put("CommitmentDiscountCategory", lit("Spend"));
        columns.put("BilledCost", col(COST));
        for (String cost :
                new String[] {"EffectiveCost", "ListCost", "ContractedCost", "PricingCurrencyEffectiveCost"}) {
            columns.put(cost, Given.money(0));
        }
        columns.put("PricingCurrency", col("BillingCurrency"));
        columns.put("x_LineItemType", lit("SavingsPlanNegation"));
        return columns;
    }
}
