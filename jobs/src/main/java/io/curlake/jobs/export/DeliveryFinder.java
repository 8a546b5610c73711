package io.curlake.jobs.export;

import io.curlake.jobs.storage.Storage;
import io.curlake.jobs.storage.StorageErrors;
import io.curlake.jobs.storage.StoredObject;
import io.curlake.model.BillingPeriod;
import io.curlake.model.ExportFormat;
import io.curlake.model.ExportLocation;
import io.curlake.model.config.SourceConfig;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
    private static final Pattern CUR2_FOLDER = Pattern.compile("(?i)BILLING_PERIOD=(\\d{4}-\\d{2})");
    private static final Pattern LEGACY_FOLDER = Pattern.compile("(\\d{8})-(\\d{8})");
    private static final Pattern HIVE_FOLDER = Pattern.compile("year=(\\d{4})/month=(\\d|1[0-2])");
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private final Storage storage;
    private final SourceConfig source;
    private final ExportBucket bucket;

    public DeliveryFinder(Storage storage, SourceConfig source) {
        this.storage = storage;
        this.source = source;
        this.bucket = new ExportBucket(storage, source);
    }

    /** The periods that have a manifest folder, newest first. */
    public List<BillingPeriod> periods() {
        Stream<BillingPeriod> periods =
                folders(location().manifestRoot(format())).stream().flatMap(folder -> periodOf(folder).stream());
        return Stream.concat(periods, format() == ExportFormat.LEGACY_PARQUET ? hivePeriods() : Stream.empty())
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /** The period's manifest as it is now, unread: one listing. */
    public Optional<StoredObject> manifestObject(BillingPeriod period) {
        return manifestFolders(period).stream()
                .flatMap(folder -> storage.files(bucket.uri(folder)).stream())
                .filter(object -> object.fileName().endsWith("Manifest.json"))
                // Both spellings have been seen; where they stand side by side the export's own name is the newer one.
                .max(Comparator.comparing(
                        object -> object.fileName().startsWith(location().name())))
                .map(bucket::pinned);
    }

    /** The period's newest delivery, each of its files looked at; refuses what is incomplete or does not belong. */
    public Delivery pin(BillingPeriod period) {
        StoredObject object =
                manifestObject(period).orElseThrow(() -> errors(period).noManifest(shownManifestFolder(period)));
        return pin(period, object);
    }

    /** The delivery of a manifest, which need not be the newest. */
    Delivery pin(BillingPeriod period, StoredObject object) {
        Manifest manifest = Manifests.read(object, storage.read(object.uri()), format(), bucket.name());
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
            throw errors(delivery.period()).changed(shown(file));
        });
        StoredObject manifest = delivery.manifest().object();
        if (!manifestObject(delivery.period()).equals(Optional.of(manifest))) {
            throw errors(delivery.period()).changed(StorageErrors.shown(manifest.uri()));
        }
    }

    /** As {@link #checkUnchanged}, for the files of a delivery that a newer one may have followed. */
    public void checkStillThere(Delivery delivery) {
        DeliveryErrors errors = errors(delivery.period());
        changedFile(delivery).ifPresent(file -> {
            throw errors.gone(shown(file));
        });
    }

    /** Whether every file is what it was when it was pinned. */
    public boolean isStillThere(Delivery delivery) {
        return changedFile(delivery).isEmpty();
    }

    private Optional<DeliveryFile> changedFile(Delivery delivery) {
        return delivery.files().parallelStream()
                .filter(file -> !storage.find(file.object().uri()).equals(Optional.of(file.object())))
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

    private String shown(DeliveryFile file) {
        return bucket.shown(file.key());
    }

    private String shownManifestFolder(BillingPeriod period) {
        return bucket.shown(location().manifestFolder(period, format()));
    }

    List<String> manifestFolders(BillingPeriod period) {
        String folder = location().manifestFolder(period, format());
        if (!format().isLegacy()) {
            // FOCUS exports write the key in lower case; a bucket tells the two apart.
            return List.of(folder, folder.replace("BILLING_PERIOD=", "billing_period="));
        }
        String hive = "%s%s/year=%d/month=%d/"
                .formatted(
                        location().root(),
                        location().name(),
                        period.month().getYear(),
                        period.month().getMonthValue());
        return format() == ExportFormat.LEGACY_PARQUET ? List.of(folder, hive) : List.of(folder);
    }

    /** Some reports keep their manifest beside the Parquet files, in {@code year=2026/month=9/}. */
    private Stream<BillingPeriod> hivePeriods() {
        String root = location().root() + location().name() + "/";
        return folders(root).stream()
                .flatMap(year -> folders(root + year + "/").stream()
                        .map(month -> HIVE_FOLDER.matcher(year + "/" + month))
                        .filter(Matcher::matches)
                        .map(m -> BillingPeriod.parse("%s-%02d".formatted(m.group(1), Integer.parseInt(m.group(2))))));
    }

    private List<String> folders(String key) {
        return storage.folders(bucket.uri(key));
    }

    private Optional<BillingPeriod> periodOf(String folder) {
        Matcher cur2 = CUR2_FOLDER.matcher(folder);
        if (!format().isLegacy()) {
            return cur2.matches() && BillingPeriod.isValid(cur2.group(1))
                    ? Optional.of(BillingPeriod.parse(cur2.group(1)))
                    : Optional.empty();
        }
        Matcher legacy = LEGACY_FOLDER.matcher(folder);
        if (!legacy.matches()) {
            return Optional.empty();
        }
        try {
            BillingPeriod period = new BillingPeriod(YearMonth.from(LocalDate.parse(legacy.group(1), DAY)));
            return period.legacyFolder().equals(folder) ? Optional.of(period) : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private ExportLocation location() {
        return source.location();
    }

    private ExportFormat format() {
        return source.export().format();
    }
}
