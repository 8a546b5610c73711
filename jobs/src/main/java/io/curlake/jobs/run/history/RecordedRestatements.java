package io.curlake.jobs.run.history;

import io.curlake.jobs.export.Delivery;
import io.curlake.jobs.restatement.DeliveryPair;
import io.curlake.jobs.restatement.RestatementSummary;
import io.curlake.jobs.restatement.Restatements;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.table.Partition;
import io.curlake.jobs.table.TableName;
import java.time.Instant;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * The table {@code restatement}: what each delivery changed of the one that was loaded before it. Its files carry the id of
 * that earlier load, so that a load which is tried again, or overtaken by a later delivery, leaves one restatement of it.
 */
public record RecordedRestatements(Warehouse warehouse, Partition partition) {
    private static final TableName TABLE = TableName.RESTATEMENT;

    /**
     * Compares a delivery, whose costs are recorded, with the one before; empty where nobody knows what that one cost.
     *
     * @param at when the other delivery was loaded
     */
    public Optional<RestatementSummary> record(LoadedDelivery before, Delivery after, Instant at, String note) {
        RecordedCosts costs = new RecordedCosts(warehouse, partition);
        if (!costs.keeps(before)) {
            return Optional.empty();
        }
        Dataset<Row> restatement = Restatements.between(
                        costs.of(before),
                        costs.of(after.id(), after.manifest().object().version()),
                        new DeliveryPair(before.deliveryId(), after.id(), at))
                .persist(StorageLevel.MEMORY_AND_DISK());
        try {
            warehouse
                    .tables()
                    .replaceLabelled(TABLE, partition, before.loadId())
                    .write(restatement.coalesce(1))
                    .commit(note);
            return Optional.of(RestatementSummary.of(before.deliveryId(), restatement));
        } finally {
            restatement.unpersist(false);
        }
    }
}
