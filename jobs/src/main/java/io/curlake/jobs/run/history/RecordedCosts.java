package io.curlake.jobs.run.history;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.curlake.jobs.export.Delivery;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.table.Partition;
import io.curlake.jobs.table.TableName;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The deliveries of a period in the table {@code delivered_cost}: each is there once, whoever is connected. */
public record RecordedCosts(Warehouse warehouse, Partition partition) {
    private static final TableName TABLE = TableName.DELIVERED_COST;

    /** Adds a delivery that is not there yet. */
    public void record(Delivery delivery, Supplier<Dataset<Row>> costs, String note) {
        String id = delivery.id();
        String etag = delivery.manifest().object().version();
        if (!has(id, etag)) {
            warehouse
                    .tables()
                    .replaceLabelled(TABLE, partition, label(id, etag))
                    .write(costs.get()
                            .select(lit(id).as("delivery_id"), lit(etag).as("manifest_etag"), col("*")))
                    .commit(note);
        }
    }

    /** Whether it is known what a delivery cost; one without any row costs nothing. */
    public boolean keeps(LoadedDelivery delivery) {
        return delivery.rows() == 0
                || has(delivery.deliveryId(), delivery.manifest().version());
    }

    public Dataset<Row> of(LoadedDelivery delivery) {
        return of(delivery.deliveryId(), delivery.manifest().version());
    }

    /** The groups of a delivery; no rows where it is not known. */
    public Dataset<Row> of(String deliveryId, String etag) {
        return warehouse
                .tables()
                .readQuickly(TABLE, partition)
                .filter(col("delivery_id")
                        .equalTo(deliveryId)
                        .and(col("manifest_etag").equalTo(etag)));
    }

    /** Whether the groups of a delivery are there. Files that others compacted do not tell; their rows do. */
    private boolean has(String deliveryId, String etag) {
        Set<String> labels = warehouse.tables().labels(TABLE, partition);
        return labels.contains(label(deliveryId, etag))
                || (labels.contains("") && !of(deliveryId, etag).isEmpty());
    }

    /** The label of the files that hold a delivery. */
    public static String label(String deliveryId, String etag) {
        return deliveryId + "@" + etag;
    }
}
