package io.curlake.jobs.insight.showback;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LargestRemainderTest {
    @Test
    void thirdsOfADollarAreADollar() {
        assertThat(split("1", "1", "1", "1"))
                .containsExactly("0.333333333333333334", "0.333333333333333333", "0.333333333333333333");
    }

    @Test
    void theLargestRemainderHasTheUnitThatIsLeft() {
        // 1.5, 0.9 and 0.6 units.
        assertThat(split("0.000000000000000003", "50", "30", "20"))
                .containsExactly("0.000000000000000001", "0.000000000000000001", "0.000000000000000001");
    }

    @Test
    void creditsAreSplitLikeCosts() {
        assertThat(split("-0.000000000000000005", "1", "1"))
                .containsExactly("-0.000000000000000003", "-0.000000000000000002");
    }

    @Test
    void aWeightOfNothingHasNothing() {
        assertThat(split("10", "0", "33.3", "66.7"))
                .containsExactly("0.000000000000000000", "3.330000000000000000", "6.670000000000000000");
    }

    @Test
    void whateverTheWeightsThePartsAreTheAmount() {
        Random random = new Random(3);
        for (int i = 0; i < 500; i++) {
            BigDecimal amount = BigDecimal.valueOf(random.nextLong(), 18);
            List<BigDecimal> weights = new ArrayList<>(List.of(BigDecimal.ONE));
            for (int w = random.nextInt(12); w > 0; w--) {
                weights.add(BigDecimal.valueOf(random.nextInt(1_000_000), random.nextInt(7)));
            }

            List<BigDecimal> parts = LargestRemainder.split(amount, weights);

            assertThat(parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualTo(amount);
            assertThat(parts).allMatch(part -> part.signum() == 0 || part.signum() == amount.signum());
        }
    }

    private static List<String> split(String amount, String... weights) {
        return LargestRemainder.split(
                        new BigDecimal(amount),
                        Stream.of(weights).map(BigDecimal::new).toList())
                .stream()
                .map(BigDecimal::toPlainString)
                .toList();
    }
}
