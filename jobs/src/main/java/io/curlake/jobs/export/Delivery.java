package io.curlake.jobs.export;

import io.curlake.model.BillingPeriod;
import io.curlake.model.ExportFormat;
import java.util.List;

/** One complete set of files for one export and period, pinned to exact objects. */
public record Delivery(
        String source, BillingPeriod period, ExportFormat format, Manifest manifest, List<DeliveryFile> files) {
    public Delivery {
        files = List.copyOf(files);
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
