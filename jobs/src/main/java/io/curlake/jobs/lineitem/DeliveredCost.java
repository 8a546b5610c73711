package io.curlake.jobs.lineitem;

import static org.apache.spark.sql.functions.lit;

import io.curlake.model.BillingPeriod;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The cost of a whole delivery, whoever's it is, at the grain of the table {@code delivered_cost}. */
public final class DeliveredCost {
    private DeliveredCost() {}

    /**
     * Sums every row that is a line item; a row that no account could own is none. The tags are not looked at: their
     * hash is 0.
     *
     * @param lineItems canonical columns and {@link Provenance}
     * @return the columns of {@code delivered_cost} from {@code usage_date} on, without the partition columns
     */
    public static Dataset<Row> of(Dataset<Row> lineItems, BillingPeriod period) {
        Dataset<Row> judged =
                lineItems.withColumn(Provenance.REASON, Rejection.ofUnconnectedAccount(lineItems, period));
        return UnconnectedCost.table(UnconnectedCost.sums(judged)).withColumn("tags_hash", lit(0L));
    }
}
