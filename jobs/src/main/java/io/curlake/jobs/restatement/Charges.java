package io.curlake.jobs.restatement;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.curlake.model.CostColumn;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * What became of the charge that a changed key is of: all its changed keys, whatever their invoice. And what became of
 * all usage of the account's product on that day.
 */
final class Charges {
    static final String ROWS_BEFORE = "_charge_rows_before";
    static final String ROWS_AFTER = "_charge_rows_after";
    static final String TAGS = "_charge_tags";

    /** How much more usage there is at public prices, all usage of the account's product on that day. */
    static final String MORE_USAGE = "_product_more_usage";

    /** How much usage at public prices came to or went from some charge; both ways positive. */
    static final String MOVED_USAGE = "_product_moved_usage";

    static final String PRODUCT_ROWS = "_product_rows";

    private static final WindowSpec CHARGE = Window.partitionBy(Comparison.columns(
            List.of("usage_date", "usage_account_id", "product_code", "line_item_type", "currency")));
    private static final WindowSpec PRODUCT = Window.partitionBy(
            Comparison.columns(List.of("usage_date", "usage_account_id", "product_code", "currency")));

    private Charges() {}

    /** @param changed rows of {@link Comparison}, those that changed */
    static Dataset<Row> add(Dataset<Row> changed) {
        Map<String, Column> sums = new LinkedHashMap<>();
        sums.put(ROWS_BEFORE, sum("rows_before").over(CHARGE));
        sums.put(ROWS_AFTER, sum("rows_after").over(CHARGE));
        sums.put(TAGS, sum(Comparison.TAGS).over(CHARGE));
        for (CostColumn column : CostColumn.values()) {
            sums.put(name(column), sum(Comparison.difference(column)).over(CHARGE));
        }
        // A negation offsets covered usage; whether AWS gives it a public price is not certain.
        Column usage = LineItemFamily.USAGE.holds();
        Column key = Comparison.difference(CostColumn.PUBLIC_ON_DEMAND);
        Column charge = abs(difference(CostColumn.PUBLIC_ON_DEMAND));
        return changed.withColumns(sums)
                .withColumn(
                        MORE_USAGE,
                        sum(when(usage, key).otherwise(lit(BigDecimal.ZERO))).over(PRODUCT))
                .withColumn(
                        MOVED_USAGE,
                        sum(when(usage, charge).otherwise(lit(BigDecimal.ZERO))).over(PRODUCT))
                .withColumn(
                        PRODUCT_ROWS,
                        sum(col("rows_before").plus(col("rows_after"))).over(PRODUCT));
    }

    /** The charge's cost after minus before. */
    static Column difference(CostColumn column) {
        return col(name(column));
    }

    private static String name(CostColumn column) {
        return "_charge_" + column.measure();
    }
}
