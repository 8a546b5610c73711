package io.curlake.jobs.sample;

import io.curlake.model.BillingPeriod;
import java.util.List;

/**
 * What was written.
 *
 * @param files data files
 * @param bytes of the data files
 * @param truth the URI of {@code truth.json}
 */
public record SampleSummary(List<BillingPeriod> periods, int files, long rows, long bytes, String truth) {}
