package io.curlake.jobs.finding;

import java.io.Serializable;
import java.math.BigDecimal;

/**
 * What one resource cost in 30 days of one usage type and operation.
 *
 * @param usageType {@code USE1-EBS:VolumeUsage.gp2}
 * @param cost net amortized
 * @param usage in the unit of the usage type
 * @param publicCost at public on-demand rates
 * @param days on how many of the 30 days
 */
public record UsageCost(
        String resourceId,
        String productCode,
        String usageType,
        String operation,
        String currency,
        BigDecimal cost,
        BigDecimal usage,
        BigDecimal publicCost,
        int days)
        implements Serializable {}
