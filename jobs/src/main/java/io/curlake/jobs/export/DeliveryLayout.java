package io.curlake.jobs.export;

import io.curlake.model.BillingPeriod;
import io.curlake.model.ExportFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks that a key which a manifest lists belongs to its format, period and delivery. */
final class DeliveryLayout {
    private static final Pattern CUR2 =
            Pattern.compile("(?i)(?:^|/)BILLING_PERIOD=(\\d{4}-\\d{2})/(?:([^/]+)/)?[^/]+$");
    private static final Pattern LEGACY_CSV = Pattern.compile("(?:^|/)(\\d{8}-\\d{8})/(?:([^/]+)/)?[^/]+$");
    private static final Pattern LEGACY_PARQUET = Pattern.compile("(?:^|/)year=(\\d{4})/month=(\\d{1,2})/[^/]+$");

    private final ExportFormat format;
    private final BillingPeriod period;
    private final String deliveryId;
    private final DeliveryErrors errors;

    DeliveryLayout(ExportFormat format, BillingPeriod period, String deliveryId, DeliveryErrors errors) {
        this.format = format;
        this.period = period;
        this.deliveryId = deliveryId;
        this.errors = errors;
    }

    void check(String key) {
        if (key.endsWith(".parquet") != format.isParquet()) {
            throw errors.otherFormat(key, format);
        }
        boolean inPeriod = switch (format) {
            case CUR2_PARQUET, CUR2_CSV -> isIn(CUR2, key, period.toString());
            case LEGACY_CSV -> isIn(LEGACY_CSV, key, period.legacyFolder());
            case LEGACY_PARQUET -> isInHivePartition(key);
        };
        if (!inPeriod) {
            throw errors.otherPeriod(key);
        }
    }

    /** A create-new delivery has a folder of its own, whose name ends in the delivery's id. */
    private boolean isIn(Pattern pattern, String key, String folder) {
        Matcher matcher = pattern.matcher(key);
        if (!matcher.find() || !matcher.group(1).equals(folder)) {
            return false;
        }
        if (matcher.group(2) != null && !matcher.group(2).endsWith(deliveryId)) {
            throw errors.otherDelivery(key, deliveryId);
        }
        return true;
    }

    private boolean isInHivePartition(String key) {
        Matcher matcher = LEGACY_PARQUET.matcher(key);
        return matcher.find()
                && Integer.parseInt(matcher.group(1)) == period.month().getYear()
                && Integer.parseInt(matcher.group(2)) == period.month().getMonthValue();
    }
}
