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
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * A row of the {@code delivery} table: the delivery that a period was last loaded from.
 *
 * @param columns as its manifest listed them; without types where an earlier version of curlake wrote the row
 * @param contract what differed from the delivery before it, in sentences
 * @param lineItemTypes that it has; none where an earlier version of curlake wrote the row
 */
public record LoadedDelivery(
        Partition partition,
        String deliveryId,
        String exportId,
        ExportFormat format,
        Way way,
        StoredObject manifest,
        List<File> files,
        long rows,
        List<ManifestColumn> columns,
        List<String> usageAccounts,
        String fingerprint,
        String loadId,
        Instant loadedAt,
        long tableVersion,
        List<String> contract,
        List<String> lineItemTypes) {

    public static LoadedDelivery of(Row row) {
        List<File> files = row.<Row>getList(row.fieldIndex("files")).stream()
                .map(LoadedDelivery::file)
                .toList();
        return new LoadedDelivery(
                new Partition(row.getAs("source"), BillingPeriod.parse(row.getAs("billing_period"))),
                row.getAs("delivery_id"),
                row.getAs("export_id"),
                ExportFormat.of(row.getAs("format")).orElseThrow(),
                Way.valueOf(row.<String>getAs("way").toUpperCase(Locale.ROOT)),
                new StoredObject(
                        row.getAs("manifest"), 0, row.getAs("manifest_etag"), text(row, "manifest_version_id")),
                files,
                row.getLong(row.fieldIndex("rows")),
                columns(row),
                row.getList(row.fieldIndex("usage_accounts")),
                row.getAs("fingerprint"),
                row.getAs("load_id"),
                row.<java.sql.Timestamp>getAs("loaded_at").toInstant(),
                row.getLong(row.fieldIndex("table_version")),
                texts(row, "contract"),
                texts(row, "line_item_types"));
    }

    /** A data file as it was pinned. */
    record File(String key, long size, String etag, long rows, String versionId) {}

    private static File file(Row file) {
        return new File(
                file.getAs("key"),
                file.getLong(file.fieldIndex("size")),
                file.getAs("etag"),
                file.getLong(file.fieldIndex("rows")),
                text(file, "version_id"));
    }

    private static List<ManifestColumn> columns(Row row) {
        List<String> names = texts(row, "columns");
        List<String> types = texts(row, "column_types");
        return IntStream.range(0, names.size())
                .mapToObj(i -> new ManifestColumn(names.get(i), i < types.size() ? types.get(i) : ""))
                .toList();
    }

    /** Empty where the table, or the row, is older than the column. */
    private static String text(Row row, String column) {
        return Optional.ofNullable(value(row, column)).map(String::valueOf).orElse("");
    }

    private static List<String> texts(Row row, String column) {
        return value(row, column) == null ? List.of() : List.copyOf(row.getList(row.fieldIndex(column)));
    }

    private static @Nullable Object value(Row row, String column) {
        return List.of(row.schema().fieldNames()).contains(column) ? row.getAs(column) : null;
    }

    /** Whether that delivery was loaded, and not a later one that AWS wrote over it. */
    public boolean isOf(Delivery other) {
        return deliveryId.equals(other.id())
                && manifest.version().equals(other.manifest().object().version());
    }

    /** Whether both are loads of one delivery. */
    public boolean isOfSame(LoadedDelivery other) {
        return deliveryId.equals(other.deliveryId) && manifest.version().equals(other.manifest.version());
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
                columns,
                files.stream().map(File::key).toList());
        return new Delivery(partition.source(), partition.period(), format, original, pinned, Delivery.Origin.RECORD);
    }

    /** Whether the delivery was loaded from these very files. */
    public boolean isOfSameFiles(Delivery delivery) {
        List<List<Object>> theirs = delivery.files().stream()
                .map(file -> List.<Object>of(
                        file.key(), file.object().size(), file.object().version()))
                .toList();
        return files.stream()
                .map(file -> List.<Object>of(file.key(), file.size(), file.etag()))
                .toList()
                .equals(theirs);
    }

    private static DeliveryFile pinned(DeliveryFinder finder, int number, File file) {
        StoredObject object = new StoredObject(finder.uri(file.key()), file.size(), file.etag(), file.versionId());
        return new DeliveryFile(number, file.key(), object);
    }
}
