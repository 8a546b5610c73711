package io.curlake.bench;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What a process took, from its start to its exit.
 *
 * @param cpuSeconds user and system, of the process and its children
 * @param peakBytes of memory resident at once; 0 where the system does not tell
 */
record Measurement(double wallSeconds, double cpuSeconds, long peakBytes) {
    /** The median of each figure by itself. */
    static Measurement medianOf(List<Measurement> measurements) {
        return new Measurement(
                median(measurements, Measurement::wallSeconds), median(measurements, Measurement::cpuSeconds), (long)
                        median(measurements, Measurement::peakBytes));
    }

    private static double median(List<Measurement> measurements, ToDoubleFunction<Measurement> figure) {
        double[] sorted = measurements.stream().mapToDouble(figure).toArray();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
