package io.curlake.jobs.run.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * @param sources names; all where empty
 * @param before when the report was made that this one replaces
 */
public record ReportRequest(List<String> sources, Optional<Instant> before) {}
