package io.curlake.jobs.report.spend;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Optional;

/**
 * What an account, a service or a tag cost in the month and in the one before.
 *
 * @param id as in the tables
 * @param name '' where it has none
 * @param cost of the month so far
 * @param wholeDays of its whole days
 * @param sameDaysBefore of the same days of the month before
 * @param before of the whole month before
 * @param forecast of the month; none where none is made
 */
public record Share(
        String id,
        String name,
        BigDecimal cost,
        BigDecimal wholeDays,
        BigDecimal sameDaysBefore,
        BigDecimal before,
        Optional<BigDecimal> forecast) {
    public static final Share NONE =
            new Share("", "", BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, Optional.empty());

    /** The dearest first; of those that cost as much, by what they were before. */
    public static final Comparator<Share> DEAREST = Comparator.comparing((Share share) -> share.cost.abs())
            .thenComparing(share -> share.before.abs())
            .reversed()
            .thenComparing(Share::id);

    public Share plus(Share other) {
        return new Share(
                "",
                "",
                cost.add(other.cost),
                wholeDays.add(other.wholeDays),
                sameDaysBefore.add(other.sameDaysBefore),
                before.add(other.before),
                forecast.isPresent() && other.forecast.isPresent()
                        ? Optional.of(forecast.get().add(other.forecast.get()))
                        : forecast.or(other::forecast));
    }

    public Share minus(Share other) {
        return new Share(
                "",
                "",
                cost.subtract(other.cost),
                wholeDays.subtract(other.wholeDays),
                sameDaysBefore.subtract(other.sameDaysBefore),
                before.subtract(other.before),
                Optional.empty());
    }

    /** What the whole days cost more than the same days of the month before. */
    public BigDecimal change() {
        return wholeDays.subtract(sameDaysBefore);
    }
}
