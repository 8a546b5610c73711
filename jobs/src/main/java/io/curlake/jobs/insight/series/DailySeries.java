package io.curlake.jobs.insight.series;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.SortedMap;

/** Costs of days in a row, for estimates: doubles. Before its first day there was nothing to cost anything. */
public final class DailySeries {
    private final LocalDate first;
    private final double[] values;

    private DailySeries(LocalDate first, double[] values) {
        this.first = first;
        this.values = values;
    }

    static DailySeries of(SortedMap<LocalDate, BigDecimal> days) {
        if (days.isEmpty()) {
            return new DailySeries(LocalDate.EPOCH, new double[0]);
        }
        LocalDate first = days.firstKey();
        double[] values = new double[(int) ChronoUnit.DAYS.between(first, days.lastKey()) + 1];
        days.forEach((day, amount) -> values[(int) ChronoUnit.DAYS.between(first, day)] = amount.doubleValue());
        return new DailySeries(first, values);
    }

    public boolean isEmpty() {
        return values.length == 0;
    }

    public LocalDate first() {
        return first;
    }

    public double on(LocalDate day) {
        long index = ChronoUnit.DAYS.between(first, day);
        return index < 0 || index >= values.length ? 0 : values[(int) index];
    }

    /** The cost of so many days from that day on. */
    public double sum(LocalDate from, int days) {
        double sum = 0;
        for (int i = 0; i < days; i++) {
            sum += on(from.plusDays(i));
        }
        return sum;
    }

    /** The dearest of the days up to one; 0 where there are none. */
    public double highest(LocalDate last, int days) {
        return Arrays.stream(upTo(last, days)).max().orElse(0);
    }

    /** The days up to one, oldest first: at most so many, and none from before the series began. */
    double[] upTo(LocalDate last, int most) {
        long known = isEmpty() ? 0 : ChronoUnit.DAYS.between(first, last) + 1;
        double[] window = new double[(int) Math.max(0, Math.min(most, known))];
        Arrays.setAll(window, i -> on(last.minusDays(window.length - 1L - i)));
        return window;
    }
}
