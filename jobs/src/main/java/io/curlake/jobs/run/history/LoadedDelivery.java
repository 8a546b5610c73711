package io.curlake.jobs.run.history;

import io.curlake.jobs.export.Delivery;
import io.curlake.jobs.export.DeliveryFile;
import io.curlake.jobs.export.DeliveryFinder;
import io.curlake.jobs.export.Manifest;
import io.curlake.jobs.export.ManifestColumn;
import io.curlake.jobs.run.staging.Way;
import io.curlake.jobs.storage.StoredObject;
import io.curlake.jobs.table.Partition;
import io.curlake.model.BillingPeriod;
import io.curlake.model.ExportFormat;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;

/** A row of the {@code delivery} table: the delivery that a period was last loaded from. */
public record LoadedDelivery(
        Partition partition,
        String deliveryId,
        String exportId,
        ExportFormat format,
        Way way,
        StoredObject manifest,
        List<File> files,
        long rows,
        List<String> columns,
        List<String> usageAccounts,
        String fingerprint,
        String loadId,
        Instant loadedAt,
        long tableVersion) {

    public static LoadedDelivery of(Row row) {
        List<File> files = row.<Row>getList(row.fieldIndex("files")).stream()
                .map(file -> new File(file.getString(0), file.getLong(1), file.getString(2), file.getLong(3)))
                .toList();
        return new LoadedDelivery(
                new Partition(row.getAs("source"), BillingPeriod.parse(row.getAs("billing_period"))),
                row.getAs("delivery_id"),
                row.getAs("export_id"),
                ExportFormat.of(row.getAs("format")).orElseThrow(),
                Way.valueOf(row.<String>getAs("way").toUpperCase(Locale.ROOT)),
                new StoredObject(row.getAs("manifest"), 0, row.getAs("manifest_etag")),
                files,
                row.getLong(row.fieldIndex("rows")),
                row.getList(row.fieldIndex("columns")),
                row.getList(row.fieldIndex("usage_accounts")),
                row.getAs("fingerprint"),
                row.getAs("load_id"),
                row.<java.sql.Timestamp>getAs("loaded_at").toInstant(),
                row.getLong(row.fieldIndex("table_version")));
    }

    /** A data file as it was pinned. */
    record File(String key, long size, String etag, long rows) {}

    /** Whether that delivery was loaded, and not a later one that AWS wrote over it. */
    public boolean isOf(Delivery other) {
        return deliveryId.equals(other.id())
                && manifest.version().equals(other.manifest().object().version());
    }

    /** The delivery as it was pinned, to be read again. */
    public Delivery pinned(DeliveryFinder finder) {
        List<DeliveryFile> pinned = IntStream.range(0, files.size())
                .mapToObj(i -> pinned(finder, i + 1, files.get(i)))
                .toList();
        Manifest original = new Manifest(
                manifest,
                deliveryId,
                exportId,
                columns.stream().map(name -> new ManifestColumn(name, "")).toList(),
                files.stream().map(File::key).toList());
        return new Delivery(partition.source(), partition.period(), format, original, pinned);
    }

    private static DeliveryFile pinned(DeliveryFinder finder, int number, File file) {
        StoredObject object = new StoredObject(finder.uri(file.key()), file.size(), file.etag());
        return new DeliveryFile(number, file.key(), object);
    }
}
