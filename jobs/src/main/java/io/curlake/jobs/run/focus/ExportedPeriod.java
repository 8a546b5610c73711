package io.curlake.jobs.run.focus;

import io.curlake.jobs.table.Partition;

/**
 * What was written of a billing period.
 *
 * @param folder its URI
 */
public record ExportedPeriod(Partition partition, String folder, int files, long bytes) {}
