package io.curlake.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyPartsTest {
    @ParameterizedTest
    @ValueSource(
            doubles = {
                0,
                -0.0,
                1,
                -1,
                0.1,
                -0.1,
                12.5,
                1e-10,
                1e-18,
                4e-19,
                5e-19,
                -5e-19,
                1e-30,
                123456.7890123456,
                0.12345678901234568,
                -99999.99999999999,
                1e15,
                1e16,
                9.2e18,
                3.0e-7,
                2.0,
                1024,
                0.5,
                0.0009765625,
                4.9e-324
            })
    void partsOfAnAmountAreTheAmount(double amount) {
        assertThat(total(amount)).isEqualTo(Money.of(amount));
    }

    @Test
    void partsOfRandomAmountsAreTheAmounts() {
        Random random = new Random(7);
        for (int i = 0; i < 200_000; i++) {
            double amount = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(30) - 18);

            assertThat(total(amount)).as("%s", amount).isEqualTo(Money.of(amount));
        }
    }

    @Test
    void sumsOfPartsAreSumsOfAmounts() {
        Random random = new Random(11);
        long[] parts = new long[3];
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < 50_000; i++) {
            double amount = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(20) - 12);
            parts[0] += MoneyParts.whole(amount);
            parts[1] += MoneyParts.billionths(amount);
            parts[2] += MoneyParts.billionthsOfBillionths(amount);
            sum = sum.add(Money.of(amount));
        }

        assertThat(MoneyParts.total(parts[0], parts[1], parts[2])).isEqualTo(sum);
    }

    @Test
    void partsOfADecimalAreTheDecimal() {
        BigDecimal amount = new BigDecimal("-1234567.890123456789012345");

        assertThat(MoneyParts.total(
                        MoneyParts.whole(amount),
                        MoneyParts.billionths(amount),
                        MoneyParts.billionthsOfBillionths(amount)))
                .isEqualTo(amount);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void whatIsNoAmountCountsAsNothing(double noAmount) {
        assertThat(total(noAmount)).isEqualByComparingTo("0");
    }

    private static BigDecimal total(double amount) {
        return MoneyParts.total(
                MoneyParts.whole(amount), MoneyParts.billionths(amount), MoneyParts.billionthsOfBillionths(amount));
    }
}
