package io.curlake.jobs.gold.invoice;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.curlake.jobs.cost.BridgeRow;
import io.curlake.jobs.cost.ChargeCategory;
import io.curlake.jobs.cost.CostMeasure;
import io.curlake.jobs.cost.Net;
import io.curlake.jobs.cost.amount.ExactAmounts;
import io.curlake.jobs.gold.GoldColumns;
import io.curlake.jobs.gold.scan.Grouping;
import io.curlake.jobs.gold.scan.text.ChargeText;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** The table {@code invoice}. Its sums are measured apart: delivered, unconnected, each cost measure, each bridge row. */
public final class Invoice {
    /** A row is one of these. */
    public static final List<String> GRAIN = List.of("invoice_id", "usage_account_id", "charge_category", "currency");

    /** What line items are added up by. */
    private static final List<String> KEY = GoldColumns.both(GRAIN, List.of(ChargeText.OUT_OF_PERIOD.columnName()));

    static final String DELIVERED = "delivered_unblended_cost";
    static final String UNCONNECTED = "unconnected_unblended_cost";
    static final String OUT_OF_PERIOD = "out_of_period_cost";
    static final String UNEXPLAINED_KEPT = "unexplained_kept";
    static final String UNEXPLAINED_AMORTIZED = "unexplained_amortized";
    static final String UNEXPLAINED_NET = "unexplained_net_amortized";
    private static final List<CostMeasure> MEASURES =
            List.of(CostMeasure.UNBLENDED, CostMeasure.NET_UNBLENDED, CostMeasure.AMORTIZED, CostMeasure.NET_AMORTIZED);
    private static final List<String> BRIDGE =
            Arrays.stream(BridgeRow.values()).map(BridgeRow::columnName).toList();
    private static final List<String> SUMMED = Stream.of(
                    Stream.of(DELIVERED, UNCONNECTED),
                    MEASURES.stream().map(CostMeasure::columnName),
                    BRIDGE.stream(),
                    Stream.of(OUT_OF_PERIOD))
            .flatMap(names -> names)
            .toList();
    private static final List<String> UNEXPLAINED = List.of(UNEXPLAINED_KEPT, UNEXPLAINED_AMORTIZED, UNEXPLAINED_NET);

    public static final StructType SCHEMA = GoldColumns.schema(GRAIN, GoldColumns.both(SUMMED, UNEXPLAINED));

    private Invoice() {}

    /**
     * @param charges what was added up by {@link #grouping}
     * @param delivered of the tables {@code delivered_cost}, and {@code unconnected_cost}
     * @param payer whose charges without a usage account are
     */
    public static Dataset<Row> of(
            Dataset<Row> charges, Dataset<Row> delivered, Dataset<Row> unconnected, String payer) {
        Dataset<Row> all = kept(charges)
                .unionByName(unblended(delivered, DELIVERED, payer), true)
                .unionByName(unblended(unconnected, UNCONNECTED, payer), true)
                .na()
                .fill(0L, new String[] {GoldColumns.ROWS});
        for (String name : SUMMED) {
            all = all.withColumn(name, coalesce(col(name), lit(0).cast(GoldColumns.MONEY)));
        }
        Dataset<Row> totals = GoldColumns.totals(all, GRAIN, SUMMED);
        return totals.withColumn(
                        UNEXPLAINED_KEPT,
                        ExactAmounts.minus(
                                ExactAmounts.minus(col(DELIVERED), col(UNCONNECTED)), measure(CostMeasure.UNBLENDED)))
                .withColumn(
                        UNEXPLAINED_AMORTIZED,
                        rest(CostMeasure.AMORTIZED, CostMeasure.UNBLENDED, BridgeRow.toAmortized()))
                .withColumn(
                        UNEXPLAINED_NET,
                        rest(CostMeasure.NET_AMORTIZED, CostMeasure.AMORTIZED, BridgeRow.toNetAmortized()));
    }

    /** What is added up of line items, apart for days out of the period. */
    public static Grouping grouping(Net net) {
        Grouping grouping = Grouping.by(KEY);
        MEASURES.forEach(measure -> grouping.adding(kind -> measure.of(kind, net)));
        Arrays.stream(BridgeRow.values()).forEach(row -> grouping.adding(kind -> row.of(kind, net)));
        return grouping;
    }

    /** The columns of what was added up. */
    public static StructType grouped() {
        return GoldColumns.grouped(
                KEY,
                GoldColumns.both(MEASURES.stream().map(CostMeasure::columnName).toList(), BRIDGE));
    }

    /** What line items add to the table. */
    private static Dataset<Row> kept(Dataset<Row> charges) {
        Column isOutside = col(ChargeText.OUT_OF_PERIOD.columnName()).equalTo(ChargeText.YES);
        return charges.withColumn(
                        OUT_OF_PERIOD,
                        when(isOutside, measure(CostMeasure.NET_AMORTIZED)).otherwise(lit(0).cast(GoldColumns.MONEY)))
                .drop(GoldColumns.DAY, ChargeText.OUT_OF_PERIOD.columnName());
    }

    private static Dataset<Row> unblended(Dataset<Row> costs, String name, String payer) {
        return costs.select(
                coalesce(col("invoice_id"), lit("")).as("invoice_id"),
                when(coalesce(col("usage_account_id"), lit("")).equalTo(""), lit(payer))
                        .otherwise(col("usage_account_id"))
                        .as("usage_account_id"),
                category(col("line_item_type")),
                coalesce(col("currency"), lit("")).as("currency"),
                col("unblended_cost").as(name));
    }

    private static Column category(Column lineItemType) {
        Column category = lit(ChargeCategory.ADJUSTMENT.text());
        for (ChargeCategory one : ChargeCategory.values()) {
            category = when(lineItemType.isin(one.lineItemTypes().toArray()), one.text())
                    .otherwise(category);
        }
        return category.as("charge_category");
    }

    private static Column rest(CostMeasure to, CostMeasure from, List<BridgeRow> steps) {
        Column rest = ExactAmounts.minus(measure(to), measure(from));
        for (BridgeRow step : steps) {
            rest = ExactAmounts.minus(rest, col(step.columnName()));
        }
        return rest;
    }

    private static Column measure(CostMeasure measure) {
        return col(measure.columnName());
    }
}
