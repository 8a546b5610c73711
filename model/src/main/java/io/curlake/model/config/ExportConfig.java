package io.curlake.model.config;

import io.curlake.model.ExportFormat;
import java.util.Map;
import java.util.Optional;

/**
 * The export of a source. Loading uses name, bucket, prefix, region and format; the rest says what provisioning creates.
 *
 * @param compression of CSV files; Parquet has its own
 * @param closedPeriods of a legacy report; Data Exports always refresh
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
        CsvCompression compression,
        ClosedPeriods closedPeriods,
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

    /** How CSV files are packed. ZIP is for legacy reports only. */
    public enum CsvCompression {
        GZIP,
        ZIP
    }

    /** What becomes of a month that is over when AWS corrects it. */
    public enum ClosedPeriods {
        REFRESHED,
        LEFT
    }

    public ExportConfig {
        tags = Map.copyOf(tags);
    }
}
