package io.curlake.jobs.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1234567.895 | 1,234,567.90", "-0.004 | 0.00", "-12.3 | −12.30", "0 | 0.00"})
    void moneyHasSeparatorsAndCents(BigDecimal amount, String shown) {
        assertThat(Numbers.money(amount)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1234567.000000000000000001 | 1,234,567.000000000000000001", "-1000 | −1,000", "0.5 | 0.5"})
    void exactAmountsKeepAllDigits(BigDecimal amount, String shown) {
        assertThat(Numbers.exact(amount)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"100 | 110.04 | +10.0", "100 | 90 | −10.0", "-100 | -150 | −50.0"})
    void aChangeIsOfWhatWasBefore(BigDecimal before, BigDecimal now, String shown) {
        assertThat(Numbers.change(before, now)).contains(shown + "\u00a0%");
    }

    @ParameterizedTest
    @CsvSource({"0, 5", "0.01, 500"})
    void thereIsNoPercentageOfNothing(BigDecimal before, BigDecimal now) {
        assertThat(Numbers.change(before, now)).isEmpty();
    }
}
