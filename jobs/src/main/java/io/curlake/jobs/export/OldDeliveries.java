package io.curlake.jobs.export;

import io.curlake.jobs.storage.Storage;
import io.curlake.jobs.storage.StoredObject;
import io.curlake.model.BillingPeriod;
import io.curlake.model.config.SourceConfig;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Deliveries that newer ones followed. With create-new delivery each leaves its manifest in a folder of its own, until a
 * lifecycle rule removes it:
 *
 * <pre>
 * CUR 2.0     prefix/name/metadata/BILLING_PERIOD=2026-10/2026-11-02T13:14:43.337Z-executionId/name-Manifest.json
 * legacy CSV  prefix/name/20261001-20261101/assemblyId/name-Manifest.json
 * </pre>
 */
public final class OldDeliveries {
    private static final Pattern TIME = Pattern.compile("^\\d{4}-\\d{2}-\\d{2}T[0-9:.]+Z-");

    private final Storage storage;
    private final SourceConfig source;
    private final DeliveryFinder finder;

    public OldDeliveries(Storage storage, SourceConfig source) {
        this.storage = storage;
        this.source = source;
        this.finder = new DeliveryFinder(storage, source);
    }

    /** The ids of all deliveries of a period that have a folder, in no order that means anything; none with overwrite. */
    public List<String> ids(BillingPeriod period) {
        return folders(period).map(OldDeliveries::id).distinct().toList();
    }

    /** The delivery of that id, each of its files looked at; empty where it has no manifest of its own. */
    public Optional<Delivery> pin(BillingPeriod period, String id) {
        ExportBucket bucket = new ExportBucket(storage, source);
        Optional<StoredObject> manifest = folders(period)
                .filter(folder -> id(folder).equals(id))
                .flatMap(folder -> storage.files(finder.uri(folder)).stream())
                .filter(object -> object.fileName().endsWith("Manifest.json"))
                .findFirst();
        return manifest.map(object -> finder.pin(period, bucket.pinned(object)));
    }

    private Stream<String> folders(BillingPeriod period) {
        return finder.manifestFolders(period).stream()
                .flatMap(parent -> storage.folders(finder.uri(parent)).stream().map(name -> parent + name + "/"));
    }

    private static String id(String folder) {
        String name = folder.substring(folder.lastIndexOf('/', folder.length() - 2) + 1, folder.length() - 1);
        return TIME.matcher(name).replaceFirst("");
    }
}
