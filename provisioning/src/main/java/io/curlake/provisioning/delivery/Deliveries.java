package io.curlake.provisioning.delivery;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import io.curlake.model.BillingPeriod;
import io.curlake.provisioning.aws.DeniedCalls;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Finds what an export has delivered: one listing, and the newest manifest of each period. */
public final class Deliveries {
    /** AWS's promise for the first delivery of a new export. */
    public static final Duration FIRST_WITHIN = Duration.ofHours(24);

    private static final String TEST_OBJECT = "aws-programmatic-access-test-object";

    private final StoredObjects bucket;
    private final ExportFolder folder;
    private final DeniedCalls denied;

    public Deliveries(StoredObjects bucket, ExportFolder folder, DeniedCalls denied) {
        this.bucket = bucket;
        this.folder = folder;
        this.denied = denied;
    }

    /** The periods with a delivery, the newest first; empty where the bucket may not be listed. */
    public Optional<List<DeliveredPeriod>> periods() {
        return denied.attempt(() -> folder.roots().stream()
                        .flatMap(root -> bucket.below(root).stream())
                        .distinct()
                        .toList())
                .map(this::periods);
    }

    /** When AWS tried whether it may write, which it does when an export is made. */
    public Optional<Instant> testObject() {
        String plain = folder.prefix().replaceAll("^/+|/+$", "");
        return Stream.of(TEST_OBJECT, plain + "/" + TEST_OBJECT)
                .distinct()
                .flatMap(key -> denied.attempt(() -> bucket.below(key)).stream())
                .flatMap(List::stream)
                .map(StoredObject::modified)
                .min(Comparator.naturalOrder());
    }

    private List<DeliveredPeriod> periods(List<StoredObject> objects) {
        Map<String, StoredObject> byKey = objects.stream().collect(toMap(StoredObject::key, object -> object));
        Map<BillingPeriod, List<StoredObject>> manifests = objects.stream()
                .filter(object -> object.fileName().endsWith("Manifest.json"))
                .filter(object -> folder.periodOf(object.key()).isPresent())
                .collect(groupingBy(
                        object -> folder.periodOf(object.key()).orElseThrow(), Deliveries::newestFirst, toList()));
        return manifests.entrySet().stream()
                .map(entry -> delivered(entry.getKey(), entry.getValue(), byKey))
                .toList();
    }

    private static Map<BillingPeriod, List<StoredObject>> newestFirst() {
        return new TreeMap<>(Comparator.reverseOrder());
    }

    private DeliveredPeriod delivered(
            BillingPeriod period, List<StoredObject> manifests, Map<String, StoredObject> byKey) {
        StoredObject newest = manifests.stream()
                .max(comparing((StoredObject manifest) -> folder.isNewest(manifest.key()))
                        .thenComparing(StoredObject::modified))
                .orElseThrow();
        int kept = (int) manifests.stream()
                .filter(manifest -> !folder.isNewest(manifest.key()))
                .count();
        int deliveries = Math.max(1, kept);
        Optional<String> text = denied.attempt(() -> bucket.text(newest.key()));
        if (text.isEmpty()) {
            return unread(period, newest, deliveries, "AWS denies reading it");
        }
        try {
            ManifestText manifest = ManifestText.of(text.get());
            List<String> missing =
                    manifest.keys().stream().filter(key -> !isThere(key, byKey)).toList();
            return new DeliveredPeriod(
                    period,
                    newest.modified(),
                    deliveries,
                    manifest.deliveryId(),
                    manifest.keys().size(),
                    missing,
                    Optional.empty());
        } catch (IllegalArgumentException e) {
            return unread(period, newest, deliveries, String.valueOf(e.getMessage()));
        }
    }

    private static boolean isThere(String key, Map<String, StoredObject> byKey) {
        StoredObject object = byKey.get(key);
        return object != null && object.size() > 0;
    }

    private static DeliveredPeriod unread(BillingPeriod period, StoredObject manifest, int deliveries, String why) {
        return new DeliveredPeriod(
                period,
                manifest.modified(),
                deliveries,
                "",
                0,
                List.of(),
                Optional.of("manifest '" + manifest.key() + "': " + why));
    }
}
