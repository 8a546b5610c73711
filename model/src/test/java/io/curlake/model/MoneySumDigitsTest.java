package io.curlake.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneySumDigitsTest {
    @ParameterizedTest
    @CsvSource({
        "12345, 2, 123.45",
        "-12345, 18, -0.000000000000012345",
        "999999999999999, 0, 999999999999999",
        "0, 5, 0",
        "-9223372036854775808, 0, -9223372036854775808",
    })
    void digitsAndAScaleCountExactly(long digits, int scale, BigDecimal expected) {
        MoneySum sum = new MoneySum();

        sum.add(digits, scale);
        sum.add(digits, scale);

        assertThat(sum.total())
                .isEqualTo(expected.multiply(BigDecimal.valueOf(2)).setScale(Money.SCALE));
    }
}
