package io.curlake.jobs.run.bridge.migration;

import io.curlake.jobs.run.history.LoadedDelivery;
import io.curlake.jobs.run.staging.Way;
import io.curlake.jobs.storage.StoredObject;
import io.curlake.jobs.table.Partition;
import io.curlake.model.BillingPeriod;
import io.curlake.model.ExportFormat;
import java.time.Instant;
import java.util.List;

/** October as {@code acme-legacy} and, three hours later, {@code acme} have loaded it. */
public final class TestPair {
    private TestPair() {}

    public static DeliveryPair october() {
        return new DeliveryPair(
                loaded("acme-legacy", ExportFormat.LEGACY_CSV, "2026-11-02T03:00:00Z"),
                loaded("acme", ExportFormat.CUR2_PARQUET, "2026-11-02T06:00:00Z"));
    }

    private static LoadedDelivery loaded(String source, ExportFormat format, String at) {
        return new LoadedDelivery(
                new Partition(source, BillingPeriod.parse("2026-10")),
                "d-" + source,
                source,
                format,
                Way.REWRITTEN,
                new StoredObject("manifest", 0, "etag", ""),
                List.of(),
                10,
                List.of(),
                List.of(),
                "",
                "load-" + source,
                Instant.parse(at),
                0,
                List.of(),
                List.of());
    }
}
