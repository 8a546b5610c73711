package io.curlake.jobs.report.concern;

import java.math.BigDecimal;

/** Usage of a service at public prices, by how it was bought. */
public record Coverage(
        String service, BigDecimal plans, BigDecimal reservations, BigDecimal spot, BigDecimal onDemand) {
    public static final Coverage NONE =
            new Coverage("", BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    public Coverage plus(Coverage other) {
        return new Coverage(
                "",
                plans.add(other.plans),
                reservations.add(other.reservations),
                spot.add(other.spot),
                onDemand.add(other.onDemand));
    }

    public BigDecimal covered() {
        return plans.add(reservations);
    }

    /** What a commitment covers, or might cover. */
    public BigDecimal eligible() {
        return covered().add(onDemand);
    }
}
