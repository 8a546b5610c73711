package io.curlake.jobs.export;

import io.curlake.jobs.storage.Storage;
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
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The folders that manifests are in: one for each period, and in create-new delivery one below it for each delivery. */
final class ManifestFolders {
    private static final Pattern CUR2_FOLDER = Pattern.compile("(?i)BILLING_PERIOD=(\\d{4}-\\d{2})");
    private static final Pattern LEGACY_FOLDER = Pattern.compile("(\\d{8})-(\\d{8})");
    private static final Pattern HIVE_FOLDER = Pattern.compile("year=(\\d{4})/month=(\\d|1[0-2])");
    private static final Pattern TIME_BEFORE_ID = Pattern.compile("^\\d{4}-\\d{2}-\\d{2}T[\\d:.]+Z-");
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private final Storage storage;
    private final ExportBucket bucket;
    private final ExportLocation location;
    private final ExportFormat format;

    ManifestFolders(Storage storage, ExportBucket bucket, SourceConfig source) {
        this.storage = storage;
        this.bucket = bucket;
        this.location = source.location();
        this.format = source.export().format();
    }

    /** The periods that have a folder, newest first. */
    List<BillingPeriod> periods() {
        Stream<BillingPeriod> periods =
                folders(location.manifestRoot(format)).stream().flatMap(folder -> periodOf(folder).stream());
        return Stream.concat(periods, format == ExportFormat.LEGACY_PARQUET ? hivePeriods() : Stream.empty())
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /** The keys of the folders in which a period's newest manifest may be. */
    List<String> of(BillingPeriod period) {
        String folder = location.manifestFolder(period, format);
        if (!format.isLegacy()) {
            // FOCUS exports write the key in lower case; a bucket tells the two apart.
            return List.of(folder, folder.replace("BILLING_PERIOD=", "billing_period="));
        }
        String hive = "%s%s/year=%d/month=%d/"
                .formatted(
                        location.root(),
                        location.name(),
                        period.month().getYear(),
                        period.month().getMonthValue());
        return format == ExportFormat.LEGACY_PARQUET ? List.of(folder, hive) : List.of(folder);
    }

    /** The folders of single deliveries of a period, by delivery id; none in overwrite delivery. */
    SortedMap<String, String> ofDeliveries(BillingPeriod period) {
        SortedMap<String, String> byId = new TreeMap<>();
        for (String folder : of(period)) {
            folders(folder)
                    .forEach(name -> byId.put(TIME_BEFORE_ID.matcher(name).replaceFirst(""), folder + name + "/"));
        }
        return byId;
    }

    /** Some reports keep their manifest beside the Parquet files, in {@code year=2026/month=9/}. */
    private Stream<BillingPeriod> hivePeriods() {
        String root = location.root() + location.name() + "/";
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
        if (!format.isLegacy()) {
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
}
