package io.curlake.jobs.insight.anomaly;

import io.curlake.jobs.insight.anomaly.Anomaly.Kind;
import io.curlake.jobs.insight.series.CostHistory;
import io.curlake.jobs.insight.series.DailySeries;
import io.curlake.jobs.insight.series.SeriesKey;
import io.curlake.jobs.insight.series.SourceHistory;
import io.curlake.jobs.insight.series.WeeklyPattern;
import io.curlake.jobs.insight.series.WeeklyPattern.Basis;
import io.curlake.model.config.AnomalyConfig;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares each day with the {@link WeeklyPattern} of the eight weeks before it. One-off charges are left out.
 *
 * @param from the first day that is judged
 * @param to the last one
 */
public record AnomalySearch(AnomalyConfig rules, LocalDate from, LocalDate to) {
    /** A service is new only where the source was known for so long without it. */
    private static final int KNOWN_DAYS = 14;

    /** Of three weeks a median leaves out the odd one; of two it does not. */
    private static final int JUDGED_AFTER = 21;

    private static final int RESTING_DAYS = 56;
    /** Bills waver by so much of the expected cost, however even the days before were. */
    private static final double WAVERING = 0.02;

    private static final double LEAST_SPREAD = 0.01;
    private static final BigDecimal HIGHEST_SCORE = new BigDecimal("9999");
    private static final int PLACES = 6;

    /** Everything unusual, by series and day; {@link #withoutRestated} has the last word. */
    public List<Anomaly> candidates(SourceHistory source) {
        LocalDate known = source.periods().isEmpty()
                ? to
                : source.periods().get(0).month().atDay(1).plusDays(KNOWN_DAYS);
        List<Anomaly> anomalies = new ArrayList<>();
        for (Map.Entry<SeriesKey, CostHistory> entry : source.series().entrySet()) {
            DailySeries series = entry.getValue().regular();
            for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
                BigDecimal actual = entry.getValue().regular(day, day);
                of(new SeriesDay(entry.getKey(), day), series, actual)
                        .filter(anomaly ->
                                anomaly.kind() != Kind.NEW || !anomaly.day().isBefore(known))
                        .ifPresent(anomalies::add);
            }
        }
        return anomalies;
    }

    private Optional<Anomaly> of(SeriesDay of, DailySeries series, BigDecimal actual) {
        if (series.isEmpty() || of.day().isBefore(series.first())) {
            return Optional.empty();
        }
        if (of.day().equals(series.first())) {
            return Optional.of(new Anomaly(
                            of.key(), of.day(), Kind.NEW, of.day(), BigDecimal.ZERO, actual, Optional.empty()))
                    .filter(anomaly -> actual.compareTo(rules.minimum()) >= 0);
        }
        LocalDate before = of.day().minusDays(1);
        if (series.first().plusDays(JUDGED_AFTER).isAfter(of.day())) {
            return Optional.empty();
        }
        return WeeklyPattern.of(series, before)
                .flatMap(pattern -> of(of, actual, expected(pattern, series, before), pattern.spread())
                        .filter(anomaly -> pattern.basis() != Basis.SILENT || anomaly.kind() == Kind.MORE));
    }

    /** What rests for weeks in between is compared with its dearest day. */
    private static double expected(WeeklyPattern pattern, DailySeries series, LocalDate before) {
        return pattern.basis() == Basis.SILENT ? series.highest(before, RESTING_DAYS) : pattern.expected(1);
    }

    private Optional<Anomaly> of(SeriesDay of, BigDecimal actual, double expected, double spread) {
        BigDecimal usual = BigDecimal.valueOf(expected).setScale(PLACES, RoundingMode.HALF_UP);
        double scale = Math.max(Math.max(spread, WAVERING * Math.abs(expected)), LEAST_SPREAD);
        BigDecimal difference = actual.subtract(usual);
        BigDecimal score = difference
                .divide(BigDecimal.valueOf(scale), PLACES, RoundingMode.HALF_UP)
                .min(HIGHEST_SCORE)
                .max(HIGHEST_SCORE.negate());
        Kind kind = difference.signum() > 0 ? Kind.MORE : Kind.LESS;
        boolean isUnusual =
                difference.abs().compareTo(rules.minimum()) >= 0 && score.abs().compareTo(rules.sensitivity()) >= 0;
        return Optional.of(new Anomaly(of.key(), of.day(), kind, of.day(), usual, actual, Optional.of(score)))
                .filter(anomaly -> isUnusual);
    }

    /**
     * Leaves out days that are unusual only because a delivery changed them after they were over: at least half of the
     * difference is what moved, in the same direction.
     *
     * @param candidates by series and day
     * @param moved what deliveries moved on days that were over
     */
    public static List<Anomaly> withoutRestated(List<Anomaly> candidates, Map<SeriesDay, BigDecimal> moved) {
        Map<SeriesDay, Anomaly> kept = new HashMap<>();
        List<Anomaly> anomalies = new ArrayList<>();
        for (Anomaly candidate : candidates) {
            BigDecimal change = moved.getOrDefault(new SeriesDay(candidate.key(), candidate.day()), BigDecimal.ZERO);
            if (!explains(change, candidate.difference())) {
                Anomaly anomaly = Optional.ofNullable(kept.get(
                                new SeriesDay(candidate.key(), candidate.day().minusDays(1))))
                        .filter(before -> before.kind() == candidate.kind())
                        .map(before -> candidate.since(before.since()))
                        .orElse(candidate);
                kept.put(new SeriesDay(candidate.key(), candidate.day()), anomaly);
                anomalies.add(anomaly);
            }
        }
        return anomalies;
    }

    private static boolean explains(BigDecimal moved, BigDecimal difference) {
        return moved.signum() == difference.signum()
                && moved.abs().multiply(BigDecimal.valueOf(2)).compareTo(difference.abs()) >= 0;
    }
}
