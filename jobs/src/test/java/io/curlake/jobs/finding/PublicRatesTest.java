package io.curlake.jobs.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PublicRatesTest {
    private static final String GP3 = "EU-EBS:VolumeUsage.gp3";
    private static final BigDecimal RATE = new BigDecimal("0.088");
    private static final BigDecimal OTHER = new BigDecimal("0.09");

    @Test
    void aRateIsOfAUsageTypeAnOperationAndACurrency() {
        PublicRates rates = new PublicRates(Map.of(of(GP3, "CreateVolume-Gp3", "USD"), RATE));

        assertThat(rates.of(GP3, "CreateVolume-Gp3", "USD")).hasValue(RATE);
        assertThat(rates.of(GP3, "", "USD")).isEmpty();
        assertThat(rates.of(GP3, "CreateVolume-Gp3", "CNY")).isEmpty();
        assertThat(rates.of("EBS:VolumeUsage.gp3", "CreateVolume-Gp3", "USD")).isEmpty();
    }

    @Test
    void operationsThatAllHaveTheSameRateNeedNotBeNamed() {
        PublicRates rates = new PublicRates(Map.of(
                of(GP3, "CreateVolume-Gp3", "USD"), RATE,
                of(GP3, "", "USD"), RATE,
                of(GP3, "", "CNY"), OTHER));

        assertThat(rates.of(GP3, "USD")).hasValue(RATE);
        assertThat(rates.of(GP3, "CNY")).hasValue(OTHER);
        assertThat(rates.of(GP3, "EUR")).isEmpty();
    }

    @Test
    void operationsOfSeveralRatesHaveNoneTogether() {
        PublicRates rates =
                new PublicRates(Map.of(of(GP3, "CreateVolume-Gp3", "USD"), RATE, of(GP3, "", "USD"), OTHER));

        assertThat(rates.of(GP3, "USD")).isEmpty();
    }

    private static PublicRates.Of of(String usageType, String operation, String currency) {
        return new PublicRates.Of(usageType, operation, currency);
    }
}
