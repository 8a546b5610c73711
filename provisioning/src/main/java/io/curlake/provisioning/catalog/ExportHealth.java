package io.curlake.provisioning.catalog;

import java.time.Instant;
import java.util.Optional;

/** How an export is, in AWS's own words: HEALTHY, or UNHEALTHY with a reason. AWS may leave out any part. */
public record ExportHealth(
        String code,
        Optional<String> reason,
        Optional<Instant> createdAt,
        Optional<Instant> updatedAt,
        Optional<Instant> refreshedAt) {}
