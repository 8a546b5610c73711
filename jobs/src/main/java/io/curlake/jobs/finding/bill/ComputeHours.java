package io.curlake.jobs.finding.bill;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What compute on demand cost in each hour that the bill has line items of. An hour without any is not counted: the bill does
 * not know it.
 */
public final class ComputeHours {
    private static final int PLACES = 18;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofDays(1);

    private final Set<Instant> known = new HashSet<>();
    private final Map<String, Map<Instant, BigDecimal>> costs = new TreeMap<>();

    /**
     * What line items of one interval cost.
     *
     * @param start of the interval, as the bill has it
     * @param end exclusive
     * @param cost of compute on demand; 0 where there are other line items only
     */
    public record Interval(Instant start, Instant end, String currency, BigDecimal cost) {}

    /** A cost is spread evenly over its interval. What is of more than a day says nothing of hours, and is left out. */
    public static ComputeHours of(Collection<Interval> intervals) {
        ComputeHours hours = new ComputeHours();
        intervals.stream().filter(ComputeHours::isOfHours).forEach(hours::add);
        return hours;
    }

    private static boolean isOfHours(Interval interval) {
        Duration length = Duration.between(interval.start(), interval.end());
        return length.compareTo(HOUR) >= 0 && length.compareTo(LONGEST) <= 0;
    }

    private void add(Interval interval) {
        long length = Duration.between(interval.start(), interval.end()).toHours();
        BigDecimal anHour = interval.cost().divide(BigDecimal.valueOf(length), PLACES, RoundingMode.HALF_UP);
        Map<Instant, BigDecimal> ofCurrency = costs.computeIfAbsent(interval.currency(), any -> new HashMap<>());
        Stream.iterate(interval.start(), hour -> hour.plus(HOUR)).limit(length).forEach(hour -> {
            known.add(hour);
            ofCurrency.merge(hour, anHour, BigDecimal::add);
        });
    }

    public Set<String> currencies() {
        return costs.keySet();
    }

    public int hours() {
        return known.size();
    }

    /** Days from the first hour to the last. */
    public long days() {
        return known.isEmpty()
                ? 0
                : Duration.between(
                                known.stream().min(Instant::compareTo).orElseThrow(),
                                known.stream().max(Instant::compareTo).orElseThrow())
                        .plus(HOUR)
                        .toDays();
    }

    /** What an hour cost at least, but for so many percent of all hours. */
    public BigDecimal level(String currency, int percent) {
        List<BigDecimal> ascending = known.stream()
                .map(hour -> costs.getOrDefault(currency, Map.of()).getOrDefault(hour, BigDecimal.ZERO))
                .sorted()
                .toList();
        return ascending.isEmpty() ? BigDecimal.ZERO : ascending.get(ascending.size() * percent / 100);
    }
}
