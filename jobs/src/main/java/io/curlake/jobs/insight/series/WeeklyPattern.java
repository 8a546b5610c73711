package io.curlake.jobs.insight.series;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What the last eight weeks of a series say of the days after them: a level, how days of the week differ from it, and a
 * trend. All three are medians. The level is of the last two weeks, so that it has followed a lasting change after eight days.
 */
public final class WeeklyPattern {
    /** What there was enough data for, and what was found. */
    public enum Basis {
        /** Nothing for a week. */
        SILENT,
        LEVEL,
        WEEKDAYS,
        WEEKDAYS_AND_TREND
    }

    static final int WEEK = 7;
    static final int LONGEST = 8 * WEEK;
    private static final int LEVEL_DAYS = 2 * WEEK;
    private static final int TREND_WEEKS = 4;
    private static final int NEAR_WEEKS = 3;
    /** A trend is believed where so many of the changes between equal days of the week are in its direction. */
    private static final double AGREED = 0.9;

    private final Basis basis;
    private final double level;
    private final double[] weekdays;
    private final double slope;
    private final double spread;
    private final double least;

    private WeeklyPattern(Basis basis, double level, double[] weekdays, double slope, double spread, double least) {
        this.basis = basis;
        this.level = level;
        this.weekdays = weekdays;
        this.slope = slope;
        this.spread = spread;
        this.least = least;
    }

    /** The pattern of the days up to {@code last}; none where the series has fewer than seven. */
    public static Optional<WeeklyPattern> of(DailySeries series, LocalDate last) {
        double[] days = series.upTo(last, LONGEST);
        if (days.length < WEEK) {
            return Optional.empty();
        }
        double least = Arrays.stream(days).min().orElse(0) < 0 ? Double.NEGATIVE_INFINITY : 0;
        boolean isSilent = Arrays.stream(days, days.length - WEEK, days.length).allMatch(cost -> cost == 0);
        if (isSilent) {
            return Optional.of(new WeeklyPattern(Basis.SILENT, 0, new double[WEEK], 0, 0, least));
        }
        if (days.length < 2 * WEEK) {
            double level = Medians.of(days);
            double spread =
                    Medians.spread(Arrays.stream(days).map(cost -> cost - level).toArray());
            return Optional.of(new WeeklyPattern(Basis.LEVEL, level, new double[WEEK], 0, spread, least));
        }
        // Whole weeks only; each ends on the same day of the week as the window.
        int whole = days.length - days.length % WEEK;
        return Optional.of(ofWeeks(Arrays.copyOfRange(days, days.length - whole, days.length), least));
    }

    private static WeeklyPattern ofWeeks(double[] days, double least) {
        double slope = slope(days);
        double[] level = days.clone();
        Arrays.setAll(level, i -> days[i] - slope * (i - days.length + 1));
        double[] fromWeek = new double[days.length];
        for (int week = 0; week < days.length / WEEK; week++) {
            double middle = Medians.of(Arrays.copyOfRange(level, week * WEEK, (week + 1) * WEEK));
            for (int i = week * WEEK; i < (week + 1) * WEEK; i++) {
                fromWeek[i] = level[i] - middle;
            }
        }
        double[] weekdays = new double[WEEK];
        Arrays.setAll(weekdays, weekday -> Medians.of(onWeekday(fromWeek, weekday)));
        double[] recent = IntStream.range(days.length - LEVEL_DAYS, days.length)
                .mapToDouble(i -> level[i] - weekdays[i % WEEK])
                .toArray();
        Basis basis = slope == 0 ? Basis.WEEKDAYS : Basis.WEEKDAYS_AND_TREND;
        return new WeeklyPattern(basis, Medians.of(recent), weekdays, slope, spread(level), least);
    }

    /** The median change a day between equal days of the week (the seasonal Kendall slope), or 0 where they disagree. */
    private static double slope(double[] days) {
        int weeks = days.length / WEEK;
        if (weeks < TREND_WEEKS) {
            return 0;
        }
        double[] slopes = new double[WEEK * weeks * (weeks - 1) / 2];
        int known = 0;
        for (int later = WEEK; later < days.length; later++) {
            for (int day = later % WEEK; day < later; day += WEEK) {
                slopes[known++] = (days[later] - days[day]) / (later - day);
            }
        }
        double median = Medians.of(slopes);
        double agreeing = Arrays.stream(slopes)
                .filter(slope -> Math.signum(slope) == Math.signum(median))
                .count();
        return agreeing >= AGREED * slopes.length ? median : 0;
    }

    /**
     * From what equal days of weeks differ by that are at most three apart: the days themselves have made the pattern, but
     * not this, and a lasting change is in a third of the pairs at most.
     */
    private static double spread(double[] level) {
        DoubleStream.Builder differences = DoubleStream.builder();
        for (int apart = WEEK; apart <= NEAR_WEEKS * WEEK; apart += WEEK) {
            for (int day = apart; day < level.length; day++) {
                differences.add((level[day] - level[day - apart]) / Math.sqrt(2));
            }
        }
        return Medians.spread(differences.build().toArray());
    }

    private static double[] onWeekday(double[] days, int weekday) {
        double[] some = new double[days.length / WEEK];
        Arrays.setAll(some, week -> days[week * WEEK + weekday]);
        return some;
    }

    /** Whether up to a day as much could be known of a series as up to a later one: its trend, or all that there was. */
    public static boolean isOfAsMuch(DailySeries series, LocalDate day, LocalDate later) {
        int enough = TREND_WEEKS * WEEK;
        return series.upTo(day, enough).length == series.upTo(later, enough).length;
    }

    public Basis basis() {
        return basis;
    }

    /** How far a day lies from the pattern, as a standard deviation; from the median of what equal days of the week differ by. */
    public double spread() {
        return spread;
    }

    /** The cost of a day, {@code 1} being the one after the last; not below zero where nothing ever was. */
    public double expected(int ahead) {
        return Math.max(least, level + weekdays[(ahead - 1) % WEEK] + slope * ahead);
    }

    /** The cost of so many days. */
    public double expectedSum(int days) {
        return IntStream.rangeClosed(1, days).mapToDouble(this::expected).sum();
    }
}
