package io.curlake.jobs.report.spend;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/**
 * @param label {@code YYYY-MM}
 * @param cost net amortized
 * @param billed unblended
 * @param services net amortized, by product code
 */
public record Month(String label, BigDecimal cost, BigDecimal billed, Map<String, BigDecimal> services) {
    public static final Month NONE = new Month("", BigDecimal.ZERO, BigDecimal.ZERO, Map.of());

    public Month plus(Month other) {
        Map<String, BigDecimal> both = new TreeMap<>(services);
        other.services.forEach((service, amount) -> both.merge(service, amount, BigDecimal::add));
        return new Month("", cost.add(other.cost), billed.add(other.billed), both);
    }
}
