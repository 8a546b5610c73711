package io.curlake.jobs.alert;

import java.time.Duration;
import java.util.List;

/**
 * How long an alert waits for its receiver.
 *
 * @param request from the first byte sent to the last one received
 * @param pauses before each further attempt
 */
record Timing(Duration connect, Duration request, List<Duration> pauses) {
    static final Timing DEFAULT = new Timing(
            Duration.ofSeconds(5), Duration.ofSeconds(10), List.of(Duration.ofSeconds(1), Duration.ofSeconds(4)));

    Timing {
        pauses = List.copyOf(pauses);
    }
}
