package io.curlake.jobs.report;

import io.curlake.jobs.report.concern.Anomaly;
import io.curlake.jobs.report.concern.Commitments;
import io.curlake.jobs.report.concern.Restated;
import io.curlake.jobs.report.concern.Unconnected;
import io.curlake.jobs.report.spend.Spend;
import io.curlake.model.BillingPeriod;

/**
 * The money of one source in one currency. Two books are never added: their currencies differ, or their sources, which may be
 * two exports of one payer.
 *
 * @param period the newest that was built
 */
public record Book(
        String source,
        BillingPeriod period,
        String currency,
        Spend spend,
        Unconnected unconnected,
        Commitments commitments,
        Top<Anomaly> anomalies,
        Restated restated) {}
