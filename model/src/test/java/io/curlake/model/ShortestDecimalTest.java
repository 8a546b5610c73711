package io.curlake.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.io.schubfach.DoubleToDecimal;
import java.math.BigDecimal;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShortestDecimalTest {
    private static final int VALUES = 500_000;

    @Test
    void randomBitsGiveTheDigitsOfTheShortestText() {
        assertAllShortest(random -> Double.longBitsToDouble((random.nextLong() & ~(0x7FFL << 52))
                | (long) (Math.getExponent(1e-19) + 1023 + random.nextInt(118)) << 52));
    }

    @Test
    void productsOfAmountsAndRatesGiveTheDigitsOfTheShortestText() {
        assertAllShortest(random -> random.nextInt(1_000_000) / 1e6 * (random.nextInt(100_000) / 1e5));
    }

    @Test
    void numbersOfFewDigitsGiveTheDigitsOfTheShortestText() {
        assertAllShortest(random -> random.nextInt(100_000) / Math.pow(10, random.nextInt(20)));
    }

    @Test
    void integersGiveTheDigitsOfTheShortestText() {
        assertAllShortest(random -> random.nextLong(1L << (1 + random.nextInt(52))));
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {0.1, -0.3, 0.30000000000000004, 2e-19, 9.007199254740994E15, 5e-18, 123456789.12345679, 2e15})
    void edgesGiveTheDigitsOfTheShortestText(double amount) {
        assertThat(ShortestDecimal.covers(amount)).isTrue();
        assertShortest(amount);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.0, 0.5, -4, 1e16, 9.99e-20, Double.NaN, Double.POSITIVE_INFINITY, Double.MIN_VALUE})
    void whatIsRareIsLeftOut(double amount) {
        assertThat(ShortestDecimal.covers(amount)).isFalse();
    }

    private static void assertAllShortest(ToDoubleFunction<Random> amounts) {
        Random random = new Random(20261123);
        int covered = 0;
        for (int i = 0; i < VALUES; i++) {
            double amount = amounts.applyAsDouble(random);
            if (ShortestDecimal.covers(amount)) {
                covered++;
                assertShortest(amount);
            }
        }
        assertThat(covered).isGreaterThan(VALUES / 2);
    }

    private static void assertShortest(double amount) {
        BigDecimal text = new BigDecimal(DoubleToDecimal.toString(amount));
        BigDecimal digits = BigDecimal.valueOf(ShortestDecimal.digits(amount), ShortestDecimal.scale(amount));
        if (digits.compareTo(text) != 0) {
            assertThat(digits).isEqualByComparingTo(text);
        }
    }
}
