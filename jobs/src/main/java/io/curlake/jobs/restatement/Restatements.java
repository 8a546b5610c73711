package io.curlake.jobs.restatement;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.when;

import io.curlake.model.CostColumn;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The rows of the table {@code restatement}: one for each key whose delivered cost or tags changed. */
public final class Restatements {
    private Restatements() {}

    /**
     * Compares two deliveries of one period, to the last decimal.
     *
     * @param before rows of {@code delivered_cost} of one delivery, at whatever grain is finer than the key
     * @param after the same of the other
     * @return the columns of {@code restatement}, without the partition columns
     */
    public static Dataset<Row> between(Dataset<Row> before, Dataset<Row> after, DeliveryPair pair) {
        Dataset<Row> lastDay = before.filter(LineItemFamily.USAGE.holds())
                .agg(max("usage_date").as(CauseRules.LAST_DAY));
        Dataset<Row> changed = Comparison.of(before, after).filter(Comparison.changed());
        return Charges.add(changed)
                .crossJoin(broadcast(lastDay))
                .withColumn("delivery_before", lit(pair.before()))
                .withColumn("delivery_after", lit(pair.after()))
                .withColumn(CauseRules.RESTATED_AT, lit(Timestamp.from(pair.restatedAt())))
                .withColumn("cause", CauseRules.cause())
                .withColumn("tags_changed", tagsChanged())
                .select(columns().toArray(Column[]::new));
    }

    /** The columns of {@code restatement} without the partition columns, in their order. */
    static List<Column> columns() {
        List<String> names = new ArrayList<>(List.of("delivery_before", "delivery_after", CauseRules.RESTATED_AT));
        names.addAll(Comparison.KEY);
        names.addAll(List.of("cause", "tags_changed", "rows_before", "rows_after"));
        for (String side : List.of("before_", "after_")) {
            Arrays.stream(CostColumn.values()).forEach(column -> names.add(side + column.measure()));
        }
        return List.of(Comparison.columns(names));
    }

    /** As many rows carry other tags. Where their number changed the tags cannot be compared. */
    private static Column tagsChanged() {
        return when(col("rows_before").equalTo(col("rows_after")), Comparison.differs(col(Comparison.TAGS)))
                .when(col(Charges.ROWS_BEFORE).equalTo(col(Charges.ROWS_AFTER)), Comparison.differs(col(Charges.TAGS)))
                .otherwise(false);
    }
}
