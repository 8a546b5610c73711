package io.curlake.jobs.run.comparison;

import io.curlake.jobs.table.Partition;
import io.curlake.model.BillingPeriod;
import io.curlake.model.config.SourceConfig;

/**
 * Which deliveries to compare.
 *
 * @param from a delivery id, the beginning of one, {@link #PREVIOUS} or {@link #NEWEST}
 * @param to the same
 * @param limit how many changed charges are named
 */
public record DiffRequest(SourceConfig source, BillingPeriod period, String from, String to, int limit) {
    /** The delivery that was loaded before the newest. */
    public static final String PREVIOUS = "previous";

    /** The delivery that was loaded last. */
    public static final String NEWEST = "newest";

    Partition partition() {
        return new Partition(source.name(), period);
    }
}
