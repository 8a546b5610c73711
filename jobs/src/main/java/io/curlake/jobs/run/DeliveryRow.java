package io.curlake.jobs.run;

import io.curlake.jobs.export.Delivery;
import io.curlake.jobs.reconciliation.Ledger;
import io.curlake.jobs.storage.StoredObject;
import java.sql.Timestamp;
import java.time.Instant;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** A loaded delivery as a row of the table {@code delivery}. */
final class DeliveryRow {
    private DeliveryRow() {}

    static Row of(
            Delivery delivery,
            Census census,
            String fingerprint,
            Ledger ledger,
            String loadId,
            Instant loadedAt,
            long tableVersion) {
        StoredObject manifest = delivery.manifest().object();
        return RowFactory.create(
                delivery.source(),
                delivery.period().toString(),
                delivery.id(),
                delivery.manifest().exportId(),
                delivery.format().toString(),
                "rewritten",
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
