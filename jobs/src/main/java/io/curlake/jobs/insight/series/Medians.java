package io.curlake.jobs.insight.series;

import java.util.Arrays;

/** Medians, which one spike does not move. */
final class Medians {
    /** Makes the median of absolute deviations what a standard deviation is, where the values are normal. */
    private static final double TO_DEVIATION = 1.4826;

    private Medians() {}

    /** Of two in the middle their mean; 0 of none. */
    static double of(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        if (sorted.length == 0) {
            return 0;
        }
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /** How far values lie from zero, in standard deviations. */
    static double spread(double... values) {
        return TO_DEVIATION * of(Arrays.stream(values).map(Math::abs).toArray());
    }
}
