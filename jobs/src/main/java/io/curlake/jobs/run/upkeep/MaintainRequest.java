package io.curlake.jobs.run.upkeep;

import java.time.Duration;
import java.util.Optional;

/**
 * What to maintain.
 *
 * @param abandoned a source to remove from every table, which the configuration no longer has
 * @param retention how long a superseded version stays readable; at zero nothing but the newest does
 */
public record MaintainRequest(MaskedRows maskedRows, Optional<String> abandoned, Duration retention) {
    /** What becomes of the rows of unconnected accounts that are masked in {@code line_item}. */
    public enum MaskedRows {
        STAY,
        PURGE
    }
}
