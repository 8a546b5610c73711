package io.curlake.jobs.run.period;

import io.curlake.jobs.export.Delivery;
import io.curlake.jobs.reconciliation.Ledger;
import io.curlake.jobs.run.staging.Way;
import io.curlake.jobs.storage.StoredObject;
import java.sql.Timestamp;
import java.time.Instant;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * A loaded delivery as a row of the table {@code delivery}.
 *
 * @param fingerprint of the connected accounts that appear in it
 */
record DeliveryRow(Delivery delivery, Way way, Census census, String fingerprint, Ledger ledger) {
    Row of(String loadId, Instant loadedAt, long tableVersion) {
        StoredObject manifest = delivery.manifest().object();
        return RowFactory.create(
                delivery.source(),
                delivery.period().toString(),
                delivery.id(),
                delivery.manifest().exportId(),
                delivery.format().toString(),
                way.toString(),
                manifest.uri(),
                manifest.version(),
                delivery.files().stream()
                        .map(file -> RowFactory.create(
                                file.key(),
                                file.object().size(),
                                file.object().version(),
                                ledger.delivered().rows(file.number())))
                        .toArray(Row[]::new),
                ledger.delivered().rows(),
                delivery.bytes(),
                delivery.manifest().columns().stream().map(c -> c.name()).toArray(String[]::new),
                census.accounts().toArray(String[]::new),
                fingerprint,
                "loaded",
                loadId,
                Timestamp.from(loadedAt),
                tableVersion);
    }
}
