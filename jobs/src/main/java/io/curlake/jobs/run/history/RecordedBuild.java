package io.curlake.jobs.run.history;

import io.curlake.jobs.cost.Net;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.table.Partition;
import io.curlake.jobs.table.TableName;
import io.curlake.model.BillingPeriod;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.Row;

/**
 * What the table {@code gold_build} says of a period: the load that its gold tables are of, and how they were built.
 *
 * @param net what was decided for the period; who adds up its line items again must not decide otherwise
 */
public record RecordedBuild(String deliveryId, String loadId, Net net) {

    /** Of every period that was built. */
    public static Map<Partition, RecordedBuild> all(Warehouse warehouse) {
        Map<Partition, RecordedBuild> builds = new HashMap<>();
        for (Row row : warehouse.tables().rows(TableName.GOLD_BUILD)) {
            builds.put(
                    new Partition(row.getAs("source"), BillingPeriod.parse(row.getAs("billing_period"))),
                    new RecordedBuild(
                            row.getAs("delivery_id"),
                            row.getAs("load_id"),
                            row.<Boolean>getAs("net_costs") ? Net.DELIVERED : Net.ABSENT));
        }
        return builds;
    }

    public boolean isOf(LoadedDelivery loaded) {
        return loadId.equals(loaded.loadId());
    }
}
