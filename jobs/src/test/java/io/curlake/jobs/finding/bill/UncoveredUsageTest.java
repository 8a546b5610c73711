package io.curlake.jobs.finding.bill;

import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.finding.Finding;
import io.curlake.jobs.finding.Finding.Confidence;
import io.curlake.jobs.finding.Saving;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UncoveredUsageTest {
    private final UncoveredUsage rule = new UncoveredUsage();

    @Test
    void steadyComputeOnDemandIsACandidateForASavingsPlan() {
        assertThat(rule.find(TestBill.ofHours(90, "0.5"))).singleElement().satisfies(found -> {
            assertThat(found.from()).isEqualTo("2026-08-03");
            assertThat(found.to()).isEqualTo("2026-10-31");
            assertThat(found.finding())
                    .isEqualTo(new Finding(
                            "uncovered-usage",
                            "111122223333",
                            "global",
                            "usage",
                            "compute on demand, USD",
                            "",
                            "EC2, Fargate and Lambda on demand cost as much or more in 95 % of all hours, and no commitment "
                                    + "covers it.",
                            Map.of(
                                    "days", "90",
                                    "hours", "2160",
                                    "steady_cost_an_hour", "0.5",
                                    "steady_cost_of_30_days", "360"),
                            Saving.unknown(
                                    "the rate of a Savings Plan depends on its term and payment, and the bill does "
                                            + "not have it"),
                            Confidence.MEDIUM,
                            "aws ce get-savings-plans-purchase-recommendation --savings-plans-type COMPUTE_SP "
                                    + "--term-in-years ONE_YEAR --payment-option NO_UPFRONT --lookback-period-in-days "
                                    + "SIXTY_DAYS"));
        });
    }

    @Test
    void aShortBillIsLessSure() {
        assertThat(rule.find(TestBill.ofHours(59, "0.5")))
                .extracting(found -> found.finding().confidence())
                .containsExactly(Confidence.LOW);
    }

    @Test
    void aBillOfLessThanFourWeeksSaysNothing() {
        assertThat(rule.find(TestBill.ofHours(27, "0.5"))).isEmpty();
    }

    @Test
    void lessThanTheThresholdADayIsNotWorthIt() {
        assertThat(rule.find(TestBill.ofHours(90, "0.0416"))).isEmpty();
        assertThat(rule.find(TestBill.ofHours(90, "0.0417"))).hasSize(1);
    }

    @Test
    void aBillWithoutHoursHasNone() {
        assertThat(rule.find(TestBill.of())).isEmpty();
    }
}
