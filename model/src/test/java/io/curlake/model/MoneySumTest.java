package io.curlake.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MoneySumTest {
    private static final int VALUES = 100_000;

    @Test
    void aSumEqualsTheSumOfTheDecimalsWhateverPathItsAmountsTake() {
        Random random = new Random(20261101);
        MoneySum sum = new MoneySum();
        BigDecimal expected = BigDecimal.ZERO;

        for (int i = 0; i < VALUES; i++) {
            double amount = amount(random);
            sum.add(amount);
            expected = expected.add(Money.of(amount));
        }

        assertThat(sum.total()).isEqualTo(expected.setScale(Money.SCALE));
    }

    @Test
    void aSumOfSumsEqualsTheSumOfAll() {
        Random random = new Random(7);
        MoneySum all = new MoneySum();
        MoneySum ofParts = new MoneySum();

        for (int part = 0; part < 100; part++) {
            MoneySum sum = new MoneySum();
            for (int i = 0; i < 100; i++) {
                double amount = amount(random);
                sum.add(amount);
                all.add(amount);
            }
            ofParts.add(sum);
        }

        assertThat(ofParts.total()).isEqualTo(all.total());
    }

    @Test
    void aSumBeyond128BitsDoesNotWrap() {
        MoneySum sum = new MoneySum();

        for (int i = 0; i < 1_000; i++) {
            sum.add(Long.MAX_VALUE, 0);
        }

        assertThat(sum.total())
                .isEqualTo(BigDecimal.valueOf(Long.MAX_VALUE)
                        .multiply(BigDecimal.valueOf(1_000))
                        .setScale(Money.SCALE));
    }

    @Test
    void twoLargeSumsDoNotWrapWhenTheyAreAdded() {
        MoneySum sum = times(Long.MAX_VALUE, 9);
        MoneySum other = times(Long.MAX_VALUE, 10);
        MoneySum negative = times(Long.MIN_VALUE, 9);
        MoneySum otherNegative = times(Long.MIN_VALUE, 10);

        sum.add(other);
        negative.add(otherNegative);

        assertThat(sum.total())
                .isEqualTo(BigDecimal.valueOf(Long.MAX_VALUE)
                        .multiply(BigDecimal.valueOf(19))
                        .setScale(Money.SCALE));
        assertThat(negative.total())
                .isEqualTo(BigDecimal.valueOf(Long.MIN_VALUE)
                        .multiply(BigDecimal.valueOf(19))
                        .setScale(Money.SCALE));
    }

    @Test
    void amountsLargerThanALongCountExactly() {
        MoneySum sum = new MoneySum();

        sum.add(1e25);
        sum.add(0.1);
        sum.add(-1e25);

        assertThat(sum.total()).isEqualTo(new BigDecimal("0.100000000000000000"));
    }

    @Test
    void whatIsNoNumberIsNotAdded() {
        assertThatThrownBy(() -> new MoneySum().add(Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("NaN is no amount of money");
    }

    private static MoneySum times(long digits, int times) {
        MoneySum sum = new MoneySum();
        for (int i = 0; i < times; i++) {
            sum.add(digits, 0);
        }
        return sum;
    }

    /** Cents, ten-place amounts, full 17-digit doubles of 1e-20 to 1e20, and zeros; of either sign. */
    private static double amount(Random random) {
        double sign = random.nextBoolean() ? 1 : -1;
        return sign
                * switch (random.nextInt(4)) {
                    case 0 -> random.nextInt(1_000_000) / 100.0;
                    case 1 -> random.nextLong(1_000_000_000_000_000L) / 1e10;
                    case 2 -> random.nextDouble() * Math.pow(10, random.nextInt(40) - 20);
                    default -> 0.0;
                };
    }
}
