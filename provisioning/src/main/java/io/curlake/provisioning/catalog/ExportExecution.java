package io.curlake.provisioning.catalog;

import java.time.Instant;
import java.util.Optional;

/** One run of an export: from a query to a delivery. Its state is AWS's own word. */
public record ExportExecution(
        String id, String code, Optional<String> reason, Optional<Instant> createdAt, Optional<Instant> completedAt) {}
