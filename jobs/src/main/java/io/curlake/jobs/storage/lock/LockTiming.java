package io.curlake.jobs.storage.lock;

import java.time.Clock;
import java.time.Duration;

/**
 * How long a lock outlives its last sign of life. Clocks of the machines that share a warehouse may differ by less than
 * that.
 */
public record LockTiming(Clock clock, Duration expiry) {
    public static final LockTiming DEFAULT = new LockTiming(Clock.systemUTC(), Duration.ofMinutes(5));

    Duration heartbeat() {
        return expiry.dividedBy(4);
    }
}
