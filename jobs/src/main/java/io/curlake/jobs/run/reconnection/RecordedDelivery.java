package io.curlake.jobs.run.reconnection;

import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.run.history.LoadedDelivery;
import io.curlake.jobs.run.history.RecordedCosts;
import io.curlake.jobs.run.history.RecordedSides;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What the tables know of a loaded delivery.
 *
 * @param ledger as it was proved
 * @param costs the groups of {@code delivered_cost}
 * @param sums the same by account
 */
public record RecordedDelivery(RecordedSides ledger, Dataset<Row> costs, AccountSums sums) {
    /** Throws {@link NotAsLoaded} where {@code delivered_cost} does not keep the delivery any more. */
    public static RecordedDelivery of(Warehouse warehouse, LoadedDelivery loaded) {
        RecordedCosts recorded = new RecordedCosts(warehouse, loaded.partition());
        if (!recorded.keeps(loaded)) {
            throw new NotAsLoaded("delivered_cost no longer holds the delivery; reading it again");
        }
        Dataset<Row> costs = recorded.of(loaded);
        return new RecordedDelivery(RecordedSides.of(warehouse, loaded), costs, AccountSums.of(costs));
    }
}
