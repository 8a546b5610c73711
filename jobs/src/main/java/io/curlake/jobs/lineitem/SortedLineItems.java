package io.curlake.jobs.lineitem;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.curlake.model.AccountId;
import io.curlake.model.BillingPeriod;
import io.curlake.model.LineItemColumn;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Line items sorted into three heaps that together are the delivery: kept (a connected account's), unconnected (anyone
 * else's) and rejected (no line item at all).
 *
 * @param kept canonical columns and {@link Provenance}
 * @param rest what is not kept, with the rejection in {@link Provenance#REASON}: null for an unconnected account's row
 */
public record SortedLineItems(Dataset<Row> kept, Dataset<Row> rest) {
    private static final String CONNECTED = "_connected_account";
    private static final String ACCOUNT = LineItemColumn.LINE_ITEM_USAGE_ACCOUNT_ID.columnName();

    /**
     * Sorts by usage account; a row with an empty one belongs to the payer.
     *
     * @param connected one column with the ids connected in the period, each once
     */
    public static SortedLineItems of(
            Dataset<Row> lineItems, Dataset<Row> connected, AccountId payer, BillingPeriod period) {
        Dataset<Row> ids = broadcast(connected.toDF(CONNECTED));
        Column owned = owner(payer).equalTo(col(CONNECTED));
        Column disqualified = Rejection.ofAnyAccount(lineItems, period);
        Dataset<Row> kept = lineItems.filter(disqualified.isNull()).join(ids, owned, "left_semi");
        Dataset<Row> rest = lineItems
                .join(ids, owned, "left_outer")
                .filter(disqualified.isNotNull().or(col(CONNECTED).isNull()))
                .withColumn(
                        Provenance.REASON,
                        when(col(CONNECTED).isNull(), Rejection.ofUnconnectedAccount(lineItems, period))
                                .otherwise(disqualified))
                .drop(CONNECTED);
        return new SortedLineItems(kept, rest);
    }

    /** The rows of accounts that nobody connected. */
    public Dataset<Row> unconnected() {
        return rest.filter(col(Provenance.REASON).isNull());
    }

    /** The rows that are no line items. */
    public Dataset<Row> rejected() {
        return rest.filter(col(Provenance.REASON).isNotNull());
    }

    private static Column owner(AccountId payer) {
        return when(col(ACCOUNT).equalTo(""), lit(payer.value())).otherwise(col(ACCOUNT));
    }
}
