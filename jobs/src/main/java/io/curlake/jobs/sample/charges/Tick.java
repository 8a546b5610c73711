package io.curlake.jobs.sample.charges;

import java.time.Duration;
import java.time.Instant;

/**
 * An hour, day or month that line items cover.
 *
 * @param start inclusive
 * @param hours its length
 */
record Tick(int index, Instant start, int hours) {
    Instant end() {
        return start.plus(Duration.ofHours(hours));
    }

    /** Days since 1970. */
    long day() {
        return start.getEpochSecond() / Duration.ofDays(1).toSeconds();
    }

    /** AWS's text of the interval. */
    String interval() {
        return start + "/" + end();
    }
}
