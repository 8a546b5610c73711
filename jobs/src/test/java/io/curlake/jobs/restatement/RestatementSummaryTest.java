package io.curlake.jobs.restatement;

import static io.curlake.jobs.restatement.TestCost.cost;
import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.cost.amount.SignedMoney;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RestatementSummaryTest {
    private static final TestCost LAST_DAY = cost(20, "Usage", "1");

    @Test
    void aLineSaysWhatMovedWhatIsNewAndWhatCostsNothing() {
        List<TestCost> before =
                List.of(LAST_DAY, cost(5, "Usage", "1"), cost(6, "Usage", "1").tags(1));
        List<TestCost> after = List.of(
                LAST_DAY,
                cost(5, "Usage", "0.50").rows(2),
                cost(5, "Refund", "-10"),
                cost(7, "Refund", "-0.004"),
                cost(6, "Usage", "1").tags(2),
                cost(21, "Usage", "1200"),
                cost(22, "Usage", "34.56"),
                cost(22, "Tax", "-2.34").with("currency", "EUR"));

        RestatementSummary summary = summary(before, after);

        assertThat(summary.words())
                .isEqualTo("restated since d1: 1 new day −2.34 EUR; −10.50 USD on 2 earlier days (refund −10.00, late "
                        + "usage −0.50); 2 new days +1,234.56 USD; tags only on 1 key");
        assertThat(summary.currencies().get(1).moved()).isEqualByComparingTo("-10.504");
    }

    @Test
    void aDeliveryThatChangedNothingSaysSo() {
        assertThat(summary(List.of(LAST_DAY), List.of(LAST_DAY)).words())
                .isEqualTo("restated since d1: nothing changed");
    }

    @Test
    void whatRoundsToNothingHasNoSign() {
        assertThat(SignedMoney.of(new java.math.BigDecimal("-0.004"))).isEqualTo("0.00");
    }

    private static RestatementSummary summary(List<TestCost> before, List<TestCost> after) {
        return RestatementSummary.of(
                "d1",
                Restatements.between(
                        TestCost.dataset(before),
                        TestCost.dataset(after),
                        new DeliveryPair("d1", "d2", Instant.parse("2026-10-23T10:00:00Z"))));
    }
}
