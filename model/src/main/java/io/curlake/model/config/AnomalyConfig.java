package io.curlake.model.config;

import java.math.BigDecimal;

/**
 * Which days are worth a look.
 *
 * @param minimum what a day must cost more or less than expected, in its currency
 * @param sensitivity the same in standard deviations of the days before
 */
public record AnomalyConfig(BigDecimal minimum, BigDecimal sensitivity) {
    public static final AnomalyConfig DEFAULT = new AnomalyConfig(BigDecimal.TEN, BigDecimal.valueOf(5));

    static AnomalyConfig parse(YamlMap map) {
        AnomalyConfig anomalies = new AnomalyConfig(
                map.optional("minimum", Amounts::positive).orElse(DEFAULT.minimum()),
                map.optional("sensitivity", Amounts::positive).orElse(DEFAULT.sensitivity()));
        map.refuseTheRest();
        return anomalies;
    }
}
