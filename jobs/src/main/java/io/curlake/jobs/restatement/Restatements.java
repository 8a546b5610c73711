package io.curlake.jobs.restatement;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;

import io.curlake.jobs.restatement.cause.CauseRules;
import io.curlake.jobs.restatement.cause.LineItemFamily;
import java.sql.Date;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** The rows of the table {@code restatement}: one for each key whose delivered cost or tags changed. */
public final class Restatements {
    private Restatements() {}

    /**
     * Compares two deliveries of one period, to the last decimal. Up to which day the delivery before reaches is asked at
     * once, by a Spark action; the rest is lazy.
     *
     * @param before rows of {@code delivered_cost} of one delivery, at whatever grain is finer than the key
     * @param after the same of the other
     * @return the columns of {@code restatement}, without the partition columns
     */
    public static Dataset<Row> between(Dataset<Row> before, Dataset<Row> after, DeliveryPair pair) {
        CauseRules rules = new CauseRules(
                lastDay(before), pair.restatedAt().atZone(ZoneOffset.UTC).toLocalDate());
        Column[] productDay = RestatementColumns.columns(ComparedRow.PRODUCT_DAY);
        return ComparedRow.before(before)
                .unionAll(ComparedRow.after(after))
                .repartition(productDay)
                .sortWithinPartitions(productDay)
                .mapPartitions(new Comparison(pair, rules), Encoders.row(RestatementColumns.ALL));
    }

    private static @Nullable LocalDate lastDay(Dataset<Row> delivered) {
        Date last = delivered
                .filter(col("line_item_type").isin(LineItemFamily.USAGE.types().toArray()))
                .agg(max("usage_date"))
                .first()
                .getDate(0);
        return last == null ? null : last.toLocalDate();
    }
}
