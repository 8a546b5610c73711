package io.curlake.jobs.insight.anomaly;

import io.curlake.jobs.insight.series.SeriesKey;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;

/**
 * A day that cost something else than expected.
 *
 * @param since the first of the days in a row that are so
 * @param score the difference in standard deviations of the days before; none where there were none
 */
public record Anomaly(
        SeriesKey key,
        LocalDate day,
        Kind kind,
        LocalDate since,
        BigDecimal expected,
        BigDecimal actual,
        Optional<BigDecimal> score) {
    public static final Comparator<Anomaly> LARGEST_FIRST = Comparator.comparing(
                    (Anomaly anomaly) -> anomaly.difference().abs())
            .reversed();

    /** In which way. */
    public enum Kind {
        MORE,
        LESS,
        /** The first cost of a service in an account. */
        NEW
    }

    public BigDecimal difference() {
        return actual.subtract(expected);
    }

    Anomaly since(LocalDate first) {
        return new Anomaly(key, day, kind, first, expected, actual, score);
    }
}
