package io.curlake.model.config;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a load warns of, besides what it always does.
 *
 * @param unconnectedAbove the unblended cost of unconnected accounts in a billing period, in the export's currency, that
 *     nobody needs to look at; empty to say nothing
 */
public record AlertsConfig(Optional<BigDecimal> unconnectedAbove) {
    public static final AlertsConfig DEFAULT = new AlertsConfig(Optional.empty());
}
