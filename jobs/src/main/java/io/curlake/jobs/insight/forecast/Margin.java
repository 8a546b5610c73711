package io.curlake.jobs.insight.forecast;

import java.util.Arrays;
import java.util.Collection;
import java.util.OptionalDouble;

/**
 * How far a forecast may be off in four of five cases, from how far the same forecast was off before: the split conformal
 * interval (Vovk et al., 2005; Lei et al., 2018), which needs no distribution.
 */
final class Margin {
    static final double COVERED = 0.8;
    /** Four of five normal values lie within so many standard deviations. */
    static final double NORMAL = 1.2816;

    private Margin() {}

    /** None of fewer than four errors. */
    static OptionalDouble of(Collection<Double> errors) {
        int rank = (int) Math.ceil((errors.size() + 1) * COVERED);
        if (errors.isEmpty() || rank > errors.size()) {
            return OptionalDouble.empty();
        }
        double[] sorted = errors.stream().mapToDouble(Math::abs).toArray();
        Arrays.sort(sorted);
        return OptionalDouble.of(sorted[rank - 1]);
    }
}
