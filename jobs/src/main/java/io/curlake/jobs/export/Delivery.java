package io.curlake.jobs.export;

import io.curlake.model.BillingPeriod;
import io.curlake.model.ExportFormat;
import java.util.List;

/**
 * One complete set of files for one export and period, pinned to exact objects.
 *
 * @param origin where its manifest is
 */
public record Delivery(
        String source,
        BillingPeriod period,
        ExportFormat format,
        Manifest manifest,
        List<DeliveryFile> files,
        Origin origin) {
    /** Where the manifest of a delivery is. */
    public enum Origin {
        /** In the bucket, as long as the delivery stays what it was. */
        BUCKET,
        /** Perhaps nowhere: the delivery is what the warehouse recorded of it, and a newer manifest may have followed. */
        RECORD
    }

    public Delivery {
        files = List.copyOf(files);
    }

    /** A delivery whose manifest was just read. */
    public Delivery(
            String source, BillingPeriod period, ExportFormat format, Manifest manifest, List<DeliveryFile> files) {
        this(source, period, format, manifest, files, Origin.BUCKET);
    }

    public String id() {
        return manifest.deliveryId();
    }

    public long bytes() {
        return files.stream().mapToLong(f -> f.object().size()).sum();
    }

    /** The file of that number. */
    public DeliveryFile file(int number) {
        return files.get(number - 1);
    }
}
