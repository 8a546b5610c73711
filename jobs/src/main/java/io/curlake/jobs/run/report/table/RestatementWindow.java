package io.curlake.jobs.run.report.table;

import io.curlake.jobs.report.concern.Restated.News;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * From when on restatements are shown.
 *
 * @param since the last report, or a while ago, whichever is longer ago
 * @param before when the last report was made
 */
public record RestatementWindow(Instant since, Optional<Instant> before) {
    public static RestatementWindow of(Instant made, Duration recent, Optional<Instant> before) {
        Instant start = made.minus(recent);
        return new RestatementWindow(before.filter(start::isAfter).orElse(start), before);
    }

    /** Without an earlier report, nothing is called new. */
    public News news(Instant at) {
        return before.filter(at::isAfter).map(last -> News.NEW).orElse(News.KNOWN);
    }
}
