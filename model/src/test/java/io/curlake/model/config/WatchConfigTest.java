package io.curlake.model.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.curlake.model.BillingPeriod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WatchConfigTest {
    private static final BillingPeriod JANUARY = BillingPeriod.parse("2027-01");

    @ParameterizedTest
    @CsvSource({
        "3m,  2027-01, true",
        "3m,  2026-10, true",
        "3m,  2026-09, false",
        "0m,  2027-01, true",
        "0m,  2026-12, false",
        "all, 2019-01, true",
    })
    void somePeriodsAreWatched(String watch, String period, boolean isWatched) {
        assertThat(WatchConfig.parse(watch).covers(BillingPeriod.parse(period), JANUARY))
                .isEqualTo(isWatched);
    }

    @Test
    void whatIsNoNumberOfMonthsIsRefused() {
        assertThatThrownBy(() -> WatchConfig.parse("3"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'3' is no number of months: write for example 3m, or all");
    }
}
