package io.curlake.jobs.run.record;

import java.time.Duration;
import java.time.Instant;

/** A run of a verb that writes, when it is over. */
public record RunRecord(String runId, String verb, Instant began, Duration took, Ended ended) {
    public double seconds() {
        return took.toMillis() / 1e3;
    }
}
