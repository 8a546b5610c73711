package io.curlake.jobs.report.concern;

import io.curlake.jobs.report.Top;

/**
 * @param month the most wasteful first
 * @param before all of the month before
 * @param coverage of services of which something is covered
 */
public record Commitments(Top<Commitment> month, Commitment before, Top<Coverage> coverage) {}
