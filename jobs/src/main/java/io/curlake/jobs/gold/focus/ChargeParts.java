package io.curlake.jobs.gold.focus;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import io.curlake.jobs.cost.AmountColumns;
import io.curlake.jobs.cost.ChargeCategory;
import io.curlake.jobs.cost.ChargeKind;
import io.curlake.jobs.cost.CostMeasure;
import io.curlake.jobs.cost.Net;
import io.curlake.jobs.gold.focus.value.FocusTags;
import io.curlake.jobs.gold.focus.value.Given;
import io.curlake.model.LineItemColumn;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The rows that line items become, with what several columns of theirs are made of. The recurring fee of a commitment is
 * two rows: the purchase, and the usage that did not happen where something stayed unused. Negations of covered usage are
 * no row; {@link SavingsPlanResidue} holds what of them does not cancel.
 */
final class ChargeParts {
    /** What is billed for the line item. */
    static final Column COST = col("_cost");
    /** What the line item costs by amortization. */
    static final Column EFFECTIVE = col("_effective");

    static final Column CATEGORY = col("_category");
    static final Column IS_UNUSED = col("_is_unused");
    static final Column QUANTITY = col("_quantity");
    static final Column TAGS = col("_tags");

    private ChargeParts() {}

    /** One pass: line items by their kind, each with the parts it has. */
    static Dataset<Row> of(Dataset<Row> lineItems, Net net) {
        Column parts = when(
                        AmountColumns.isOf(ChargeKind.RESERVATION_FEE, ChargeKind.SAVINGS_PLAN_FEE)
                                .and(EFFECTIVE.notEqual(Given.money(0))),
                        array(lit(false), lit(true)))
                .otherwise(array(lit(false)));
        return withAmounts(lineItems, net)
                .filter(not(AmountColumns.isOf(ChargeKind.SAVINGS_PLAN_NEGATION)))
                .select(col("*"), explode(parts).as(name(IS_UNUSED)))
                .withColumn(
                        name(CATEGORY),
                        when(IS_UNUSED, lit(ChargeCategory.USAGE.text())).otherwise(ChargeCategory.ofRow()));
    }

    private static Dataset<Row> withAmounts(Dataset<Row> lineItems, Net net) {
        return lineItems
                .select(AmountColumns.kind(), col("*"))
                .select(
                        col("*"),
                        AmountColumns.ofRow(kind -> CostMeasure.NET_UNBLENDED.of(kind, net))
                                .as(name(COST)),
                        AmountColumns.ofRow(kind -> CostMeasure.NET_AMORTIZED.of(kind, net))
                                .as(name(EFFECTIVE)),
                        Given.number(LineItemColumn.LINE_ITEM_USAGE_AMOUNT).as(name(QUANTITY)),
                        FocusTags.of(
                                        col(LineItemColumn.RESOURCE_TAGS.columnName()),
                                        col(LineItemColumn.TAGS.columnName()),
                                        col(LineItemColumn.COST_CATEGORY.columnName()))
                                .as(name(TAGS)))
                .transform(PriceColumns::add);
    }

    static Column is(ChargeCategory... categories) {
        Object[] texts =
                java.util.Arrays.stream(categories).map(ChargeCategory::text).toArray();
        return CATEGORY.isin(texts);
    }

    private static String name(Column column) {
        return column.toString();
    }
}
