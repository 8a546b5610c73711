package io.curlake.jobs.finding;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Public on-demand rates as the bill of the last 30 days states them, by usage type (which names the region), operation
 * and currency. A usage type with several rates, like tiers, has none.
 */
public record PublicRates(Map<Of, BigDecimal> rates) implements Serializable {
    /** What a rate is for. */
    public record Of(String usageType, String operation, String currency) implements Serializable {}

    public PublicRates {
        rates = Map.copyOf(rates);
    }

    /** The rate of a usage type whose operations all have the same. */
    public Optional<BigDecimal> of(String usageType, String currency) {
        List<BigDecimal> all = rates.entrySet().stream()
                .filter(rate -> rate.getKey().usageType().equals(usageType))
                .filter(rate -> rate.getKey().currency().equals(currency))
                .map(Map.Entry::getValue)
                .distinct()
                .toList();
        return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
    }

    public Optional<BigDecimal> of(String usageType, String operation, String currency) {
        return Optional.ofNullable(rates.get(new Of(usageType, operation, currency)));
    }
}
