package io.curlake.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneySumsTest {
    @Test
    void eachSumEqualsTheSumOfItsDecimals() {
        Random random = new Random(20261123);
        MoneySums sums = new MoneySums(1);
        BigDecimal[] expected = new BigDecimal[1_000];
        java.util.Arrays.fill(expected, BigDecimal.ZERO.setScale(Money.SCALE));

        for (int i = 0; i < 200_000; i++) {
            int sum = random.nextInt(expected.length);
            double amount = amount(random);
            sums.add(sum, amount);
            expected[sum] = expected[sum].add(Money.of(amount));
        }

        for (int sum = 0; sum < expected.length; sum++) {
            assertThat(sums.total(sum)).isEqualTo(expected[sum]);
        }
    }

    @Test
    void amountsAddedAtOnceCountAsEachOfThem() {
        Random random = new Random(5);
        double[] amounts =
                DoubleStream.generate(() -> amount(random)).limit(50_000).toArray();
        MoneySums atOnce = new MoneySums(2);
        MoneySums each = new MoneySums(2);

        atOnce.add(1, amounts, 10, amounts.length);
        DoubleStream.of(amounts).skip(10).forEach(amount -> each.add(1, amount));

        assertThat(atOnce.total(1)).isEqualTo(each.total(1));
    }

    @ParameterizedTest
    @CsvSource({
        "99999.9999999999, 9999999999.99999",
        "9.999999999999998E15, 999999999999999800000",
        "-9.999999999999998E15, -999999999999999800000",
        "1.234567890123456E-3, 123.4567890123456",
    })
    void manyAmountsAtOnceDoNotWrap(double amount, String total) {
        double[] amounts = DoubleStream.generate(() -> amount).limit(100_000).toArray();
        MoneySums sums = new MoneySums(1);

        sums.add(0, amounts, 0, amounts.length);

        assertThat(sums.total(0)).isEqualByComparingTo(total);
    }

    @Test
    void digitsBehindTheEighteenthPlaceAreRoundedHalfUp() {
        MoneySums sums = new MoneySums(4);

        sums.add(0, 1.5e-18);
        sums.add(1, -2.5e-18);
        sums.add(2, 4.9e-19);
        sums.add(3, 0.12345678901234565);

        assertThat(sums.total(0)).isEqualByComparingTo("2e-18");
        assertThat(sums.total(1)).isEqualByComparingTo("-3e-18");
        assertThat(sums.total(2)).isEqualByComparingTo("0");
        assertThat(sums.total(3)).isEqualByComparingTo("0.12345678901234565");
    }

    @Test
    void aSumThatWasNeverAddedToIsZero() {
        assertThat(new MoneySums(1).total(70)).isEqualTo("0E-18");
    }

    @Test
    void sumsOfOthersAreAddedWhateverTheirSize() {
        MoneySums sums = new MoneySums(1);
        MoneySums others = new MoneySums(1);
        for (int i = 0; i < 1_000; i++) {
            others.add(3, Long.MAX_VALUE, 0);
        }

        sums.add(0, others, 3);
        sums.add(0, others, 3);
        sums.add(0, others, 99);

        assertThat(sums.total(0))
                .isEqualTo(BigDecimal.valueOf(Long.MAX_VALUE)
                        .multiply(BigDecimal.valueOf(2_000))
                        .setScale(Money.SCALE));
    }

    @Test
    void aSumFitsUpToThirtyEightDigits() {
        MoneySums sums = new MoneySums(4);
        sums.add(1, 99_999_999_999_999L, 0);
        sums.add(2, new BigDecimal("99999999999999999999.999999999999999999"));
        sums.add(3, new BigDecimal("-100000000000000000000"));

        assertThat(List.of(sums.fits(0), sums.fits(1), sums.fits(2), sums.fits(3), sums.fits(4)))
                .containsExactly(true, true, true, false, true);
    }

    @Test
    void sumsSurviveSerialization() throws IOException, ClassNotFoundException {
        MoneySums sums = new MoneySums(1);
        sums.add(5, 1.25);
        sums.add(6, new BigDecimal("1e30"));

        MoneySums copy = copied(sums);

        assertThat(copy.total(5)).isEqualByComparingTo("1.25");
        assertThat(copy.total(6)).isEqualByComparingTo("1e30");
    }

    @Test
    void whatIsNoNumberIsNotAdded() {
        double[] amounts = {1, Double.NEGATIVE_INFINITY};

        assertThatThrownBy(() -> new MoneySums(1).add(0, amounts, 0, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("-Infinity is no amount of money");
    }

    private static MoneySums copied(MoneySums sums) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(sums);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (MoneySums) in.readObject();
        }
    }

    /** Zeros, cents, full digits of 1e-25 to 1e20, halves of the last place, powers of two; of either sign. */
    private static double amount(Random random) {
        double sign = random.nextBoolean() ? 1 : -1;
        return sign
                * switch (random.nextInt(6)) {
                    case 0 -> random.nextInt(1_000_000) / 100.0;
                    case 1 -> random.nextLong(1_000_000_000_000_000L) / 1e10;
                    case 2 -> random.nextDouble() * Math.pow(10, random.nextInt(45) - 25);
                    case 3 -> random.nextInt(10_000) / 10.0 * 1e-18;
                    case 4 -> Math.scalb(1.0, random.nextInt(130) - 70);
                    default -> 0.0;
                };
    }
}
