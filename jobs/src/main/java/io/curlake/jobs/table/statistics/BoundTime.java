package io.curlake.jobs.table.statistics;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Times as bounds in a file's statistics, which hold milliseconds: an upper bound must not be below a value. */
final class BoundTime {
    private static final DateTimeFormatter MILLISECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'");

    private BoundTime() {}

    static String lower(Instant first) {
        return text(first.truncatedTo(ChronoUnit.MILLIS));
    }

    static String upper(Instant last) {
        Instant truncated = last.truncatedTo(ChronoUnit.MILLIS);
        return text(truncated.equals(last) ? last : truncated.plusMillis(1));
    }

    private static String text(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).format(MILLISECONDS);
    }
}
