package io.curlake.jobs.run;

import io.curlake.jobs.table.Partition;

/**
 * What a load would do with a period.
 *
 * @param reason why it would be loaded, or why not
 */
public record PlannedLoad(Partition partition, boolean isDue, int files, long bytes, String reason) {}
