package io.curlake.model.config;

import io.curlake.model.ExportFormat;
import java.util.Map;
import java.util.Optional;

/**
 * The export of a source. Loading uses name, bucket, prefix, region and format; the rest says what provisioning creates.
 *
 * @param tags the tags of the export itself, not of resources
 */
public record ExportConfig(
        String name,
        String bucket,
        String prefix,
        Optional<String> region,
        ExportFormat format,
        Delivery delivery,
        Granularity granularity,
        boolean resourceIds,
        boolean splitCost,
        Map<String, String> tags) {

    /** Whether a delivery gets a folder of its own or replaces the files of the one before. */
    public enum Delivery {
        CREATE_NEW,
        OVERWRITE
    }

    /** The length of time that one line item covers. */
    public enum Granularity {
        HOURLY,
        DAILY,
        MONTHLY
    }

    public ExportConfig {
        tags = Map.copyOf(tags);
    }
}
