package io.curlake.jobs.run;

import io.curlake.jobs.export.Delivery;
import io.curlake.jobs.export.DeliveryFile;
import io.curlake.jobs.export.Manifest;
import io.curlake.jobs.export.ManifestColumn;
import io.curlake.jobs.storage.StoredObject;
import io.curlake.jobs.table.Partition;
import io.curlake.model.BillingPeriod;
import io.curlake.model.ExportFormat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;

/** A row of the {@code delivery} table: the delivery that a period was last loaded from. */
record LoadedDelivery(
        Partition partition,
        String deliveryId,
        String exportId,
        ExportFormat format,
        StoredObject manifest,
        List<DeliveryFile> files,
        long rows,
        List<String> usageAccounts,
        String fingerprint,
        String loadId,
        Instant loadedAt,
        long tableVersion) {

    static LoadedDelivery of(Row row) {
        List<DeliveryFile> files = new ArrayList<>();
        for (Row file : row.<Row>getList(row.fieldIndex("files"))) {
            String uri = file.getString(0);
            files.add(
                    new DeliveryFile(files.size() + 1, uri, new StoredObject(uri, file.getLong(1), file.getString(2))));
        }
        return new LoadedDelivery(
                new Partition(row.getAs("source"), BillingPeriod.parse(row.getAs("billing_period"))),
                row.getAs("delivery_id"),
                row.getAs("export_id"),
                ExportFormat.of(row.getAs("format")).orElseThrow(),
                new StoredObject(row.getAs("manifest"), 0, row.getAs("manifest_etag")),
                files,
                row.getLong(row.fieldIndex("rows")),
                row.getList(row.fieldIndex("usage_accounts")),
                row.getAs("fingerprint"),
                row.getAs("load_id"),
                row.<java.sql.Timestamp>getAs("loaded_at").toInstant(),
                row.getLong(row.fieldIndex("table_version")));
    }

    /** The delivery as it was pinned, to be read again. */
    Delivery pinned() {
        Manifest pinned = new Manifest(
                manifest,
                deliveryId,
                exportId,
                List.<ManifestColumn>of(),
                files.stream().map(DeliveryFile::key).toList());
        return new Delivery(partition.source(), partition.period(), format, pinned, files);
    }
}
