package io.curlake.jobs.run.period;

import io.curlake.jobs.export.Delivery;
import io.curlake.jobs.reconciliation.Ledger;
import io.curlake.jobs.run.staging.Way;
import io.curlake.jobs.storage.StoredObject;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/**
 * A loaded delivery as a row of the table {@code delivery}.
 *
 * @param fingerprint of the connected accounts that appear in it
 * @param contract what differs from the deliveries before it, in sentences
 */
record DeliveryRow(
        Delivery delivery, Way way, Census census, String fingerprint, Ledger ledger, List<String> contract) {
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
                                ledger.delivered().rows(file.number()),
                                orNull(file.object().versionId())))
                        .toArray(Row[]::new),
                ledger.delivered().rows(),
                delivery.bytes(),
                delivery.manifest().columns().stream().map(c -> c.name()).toArray(String[]::new),
                census.accounts().toArray(String[]::new),
                fingerprint,
                "loaded",
                loadId,
                Timestamp.from(loadedAt),
                tableVersion,
                orNull(manifest.versionId()),
                delivery.manifest().columns().stream().map(c -> c.type()).toArray(String[]::new),
                Stream.concat(contract.stream(), unknownTypes()).distinct().toArray(String[]::new),
                census.types().toArray(String[]::new));
    }

    private Stream<String> unknownTypes() {
        return census.rowsByUnknownType().keySet().stream()
                .map(type -> "line item type '" + type + "' is unknown: it counts at its unblended cost");
    }

    private static @Nullable String orNull(String versionId) {
        return versionId.isEmpty() ? null : versionId;
    }
}
