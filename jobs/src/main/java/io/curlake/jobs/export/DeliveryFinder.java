package io.curlake.jobs.export;

import io.curlake.jobs.storage.Storage;
import io.curlake.jobs.storage.StorageErrors;
import io.curlake.jobs.storage.StoredObject;
import io.curlake.model.BillingPeriod;
import io.curlake.model.ExportFormat;
import io.curlake.model.config.SourceConfig;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Finds deliveries through manifests alone; data folders are never listed. AWS writes a period's manifest last, so it
 * marks a complete delivery. The layouts, of which {@code [/…]} stands for create-new delivery:
 *
 * <pre>
 * CUR 2.0         prefix/name/metadata/BILLING_PERIOD=2026-10/name-Manifest.json
 *                 prefix/name/data/BILLING_PERIOD=2026-10[/2026-11-02T13:14:43.337Z-executionId]/name-00001.snappy.parquet
 * legacy CSV      prefix/name/20261001-20261101/name-Manifest.json
 *                 prefix/name/20261001-20261101[/assemblyId]/name-00001.csv.gz
 * legacy Parquet  prefix/name/20261001-20261101/name-Manifest.json
 *                 prefix/name/name/year=2026/month=10/name-00001.snappy.parquet
 * </pre>
 *
 * <p>Source: AWS Data Exports user guide, "Understanding export delivery" and "Understanding report versions", 2026-11.
 */
public final class DeliveryFinder {
    private final Storage storage;
    private final SourceConfig source;
    private final ExportBucket bucket;
    private final ManifestFolders folders;

    public DeliveryFinder(Storage storage, SourceConfig source) {
        this.storage = storage;
        this.source = source;
        this.bucket = new ExportBucket(storage, source);
        this.folders = new ManifestFolders(storage, bucket, source);
    }

    /** The periods that have a manifest folder, newest first. */
    public List<BillingPeriod> periods() {
        return folders.periods();
    }

    /** The period's manifest as it is now, unread: a listing of each folder that it may be in. */
    public Optional<StoredObject> manifestObject(BillingPeriod period) {
        return manifestIn(folders.of(period));
    }

    /** As {@link #manifestObject}, of a period whose manifest was seen before: one listing, where it is still there. */
    public Optional<StoredObject> manifestObject(BillingPeriod period, StoredObject seen) {
        return folders.of(period).stream()
                .filter(folder -> seen.uri().equals(bucket.uri(folder) + seen.fileName()))
                .findFirst()
                .flatMap(folder -> manifestIn(List.of(folder)))
                .or(() -> manifestObject(period));
    }

    private Optional<StoredObject> manifestIn(List<String> keys) {
        return keys.stream()
                .flatMap(folder -> storage.files(bucket.uri(folder)).stream())
                .filter(object -> object.fileName().endsWith("Manifest.json"))
                // Both spellings have been seen; where they stand side by side the export's own name is the newer one.
                .max(Comparator.comparing(
                        object -> object.fileName().startsWith(source.location().name())))
                .map(bucket::pinned);
    }

    /** The period's newest delivery, each of its files looked at; refuses what is incomplete or does not belong. */
    public Delivery pin(BillingPeriod period) {
        StoredObject listed =
                manifestObject(period).orElseThrow(() -> errors(period).noManifest(shownManifestFolder(period)));
        // A listing tells no version id.
        StoredObject object = bucket.manifest(listed.uri())
                .orElseThrow(() -> errors(period).changed(StorageErrors.shown(listed.uri())));
        return pin(period, object);
    }

    /** The id of the period's newest delivery, of which only the manifest is read. */
    public Optional<String> newestId(BillingPeriod period) {
        return manifestObject(period).map(this::read).map(Manifest::deliveryId);
    }

    private Manifest read(StoredObject object) {
        return Manifests.read(object, storage.read(object.uri()), format(), bucket.name());
    }

    /** The ids of the deliveries of a period that have a folder of their own: those of create-new delivery. */
    public SortedSet<String> deliveryIds(BillingPeriod period) {
        return new TreeSet<>(folders.ofDeliveries(period).keySet());
    }

    /** The delivery of that id, from the manifest in its own folder; empty where there is none. */
    public Optional<Delivery> pin(BillingPeriod period, String deliveryId) {
        return Optional.ofNullable(folders.ofDeliveries(period).get(deliveryId))
                .flatMap(folder -> manifestIn(List.of(folder)))
                .flatMap(listed -> bucket.manifest(listed.uri()))
                .map(object -> pin(period, object));
    }

    private Delivery pin(BillingPeriod period, StoredObject object) {
        Manifest manifest = read(object);
        DeliveryLayout layout = new DeliveryLayout(format(), period, manifest.deliveryId(), errors(period));
        manifest.keys().forEach(layout::check);
        List<DeliveryFile> files = IntStream.range(0, manifest.keys().size())
                .parallel()
                .mapToObj(i -> pinned(period, i + 1, manifest.keys().get(i)))
                .toList();
        return new Delivery(source.name(), period, format(), manifest, files);
    }

    /** Looks at every object again: refuses when one is not what it was when it was pinned. */
    public void checkUnchanged(Delivery delivery) {
        changedFile(delivery).ifPresent(file -> {
            throw errors(delivery.period()).changed(bucket.shown(file.key()));
        });
        StoredObject manifest = delivery.manifest().object();
        if (delivery.origin() == Delivery.Origin.BUCKET
                && bucket.manifest(manifest.uri()).filter(manifest::isAs).isEmpty()) {
            throw errors(delivery.period()).changed(StorageErrors.shown(manifest.uri()));
        }
    }

    /** As {@link #checkUnchanged}, for the files of a delivery that a newer one may have followed. */
    public void checkStillThere(Delivery delivery) {
        changed(delivery).ifPresent(file -> {
            throw errors(delivery.period()).gone(file);
        });
    }

    /** A file of the delivery that is no longer what it was when it was pinned, as a person is told of it. */
    public Optional<String> changed(Delivery delivery) {
        return changedFile(delivery).map(file -> bucket.shown(file.key()));
    }

    private Optional<DeliveryFile> changedFile(Delivery delivery) {
        return delivery.files().parallelStream()
                .filter(file -> storage.find(file.object().uri())
                        .filter(file.object()::isAs)
                        .isEmpty())
                .findFirst();
    }

    /** Where the object of a key is read. */
    public String uri(String key) {
        return bucket.uri(key);
    }

    /** The refusals of one period of this source. */
    public DeliveryErrors errors(BillingPeriod period) {
        return new DeliveryErrors(source.name(), period);
    }

    private DeliveryFile pinned(BillingPeriod period, int number, String key) {
        StoredObject object =
                storage.find(bucket.uri(key)).orElseThrow(() -> errors(period).missing(bucket.shown(key)));
        if (object.size() == 0) {
            throw errors(period).empty(bucket.shown(key));
        }
        return new DeliveryFile(number, key, object);
    }

    private String shownManifestFolder(BillingPeriod period) {
        return bucket.shown(source.location().manifestFolder(period, format()));
    }

    private ExportFormat format() {
        return source.export().format();
    }
}
