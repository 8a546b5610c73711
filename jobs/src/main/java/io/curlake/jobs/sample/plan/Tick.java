package io.curlake.jobs.sample.plan;

import java.time.Duration;
import java.time.Instant;

/**
 * An hour, day or month that line items cover.
 *
 * @param start inclusive
 * @param hours its length
 */
public record Tick(int index, Instant start, int hours) {
    public Instant end() {
        return start.plus(Duration.ofHours(hours));
    }

    /** Days since 1970. */
    public long day() {
        return start.getEpochSecond() / Duration.ofDays(1).toSeconds();
    }

    /** AWS's text of the interval. */
    public String interval() {
        return start + "/" + end();
    }
}
