package io.curlake.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
    @ParameterizedTest
    @CsvSource({
        "0.1, 0.1",
        "-0.0, 0",
        "1e-10, 0.0000000001",
        "0.30000000000000004, 0.30000000000000004",
        "123456789.12345678, 123456789.12345678",
        "1.0E18, 1000000000000000000",
        "2.0E23, 200000000000000000000000",
    })
    void anAmountIsTheShortestTextOfItsDouble(double amount, BigDecimal text) {
        assertThat(Money.of(amount)).isEqualTo(text.setScale(Money.SCALE));
    }

    @ParameterizedTest
    @CsvSource({
        "1.5e-18, 0.000000000000000002",
        "-1.5e-18, -0.000000000000000002",
        "1.4e-18, 0.000000000000000001",
        "5e-19, 0.000000000000000001",
        "4.9e-19, 0",
    })
    void whatLiesBehindEighteenPlacesIsRoundedHalfUp(double amount, BigDecimal rounded) {
        assertThat(Money.of(amount)).isEqualTo(rounded.setScale(Money.SCALE));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void whatIsNoNumberIsNoMoney(double amount) {
        assertThatThrownBy(() -> Money.of(amount))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(amount + " is no amount of money");
    }

    @Test
    void aTextCountsWithAllItsDigits() {
        assertThat(Money.of("12345678901234567890.123456789"))
                .isEqualTo(new BigDecimal("12345678901234567890.123456789000000000"));
        assertThat(Money.of("-1.25E-7")).isEqualTo(new BigDecimal("-0.000000125000000000"));
        assertThatThrownBy(() -> Money.of("1,5")).isInstanceOf(NumberFormatException.class);
    }
}
