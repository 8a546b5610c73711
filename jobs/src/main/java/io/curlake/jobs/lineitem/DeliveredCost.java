package io.curlake.jobs.lineitem;

import io.curlake.model.BillingPeriod;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The cost of a whole delivery, whoever's it is, at the grain of the table {@code delivered_cost}. */
public final class DeliveredCost {
    private DeliveredCost() {}

    /**
     * Sums every row that is a line item; a row that no account could own is none.
     *
     * @param lineItems canonical columns and {@link Provenance}
     * @return the columns of {@link CostGrain}
     */
    public static Dataset<Row> of(Dataset<Row> lineItems, BillingPeriod period) {
        Dataset<Row> judged =
                lineItems.withColumn(Provenance.REASON, Rejection.ofUnconnectedAccount(lineItems, period));
        return UnconnectedCost.costsAndTags(UnconnectedCost.sums(judged));
    }
}
