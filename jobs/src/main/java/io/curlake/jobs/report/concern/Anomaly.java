package io.curlake.jobs.report.concern;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Days in a row on which an account's cost of a service was unusual in the same way.
 *
 * @param kind {@code more}, {@code less}, {@code new}
 * @param mostOfIt the usage type that changed most
 */
public record Anomaly(
        LocalDate first,
        LocalDate last,
        String account,
        String name,
        String service,
        String kind,
        BigDecimal expected,
        BigDecimal actual,
        String mostOfIt) {
    public static final Anomaly NONE =
            new Anomaly(LocalDate.MIN, LocalDate.MIN, "", "", "", "", BigDecimal.ZERO, BigDecimal.ZERO, "");

    public Anomaly plus(Anomaly other) {
        return new Anomaly(
                LocalDate.MIN,
                LocalDate.MIN,
                "",
                "",
                "",
                "",
                expected.add(other.expected),
                actual.add(other.actual),
                "");
    }

    public BigDecimal difference() {
        return actual.subtract(expected);
    }
}
