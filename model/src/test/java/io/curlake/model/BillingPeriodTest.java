package io.curlake.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BillingPeriodTest {
    @Test
    void aPeriodIsACalendarMonthInUtcWithoutItsEnd() {
        BillingPeriod december = BillingPeriod.parse("2026-12");

        assertThat(december.start()).isEqualTo(Instant.parse("2026-12-01T00:00:00Z"));
        assertThat(december.end()).isEqualTo(Instant.parse("2027-01-01T00:00:00Z"));
        assertThat(december.next()).hasToString("2027-01");
        assertThat(december).isLessThan(december.next());
    }

    @Test
    void theLegacyFolderNamesTheExclusiveEnd() {
        assertThat(BillingPeriod.parse("2026-12").legacyFolder()).isEqualTo("20261201-20270101");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-13", "2026-00", "2026-1", "2026-10-01", "202610", "October"})
    void whatIsNoMonthIsRefusedWithAnExample(String text) {
        assertThat(BillingPeriod.isValid(text)).isFalse();
        assertThatThrownBy(() -> BillingPeriod.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'" + text + "' is no billing period: write YYYY-MM, for example 2026-10");
    }
}
