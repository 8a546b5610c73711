package io.curlake.jobs.sample.waste;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What must be found of a sample with planted waste.
 *
 * @param saving net amortized cost of the last 30 days, exact; empty where none can be known
 */
public record PlantedFinding(
        String rule, String account, String region, String resourceId, Optional<BigDecimal> saving) {}
