package io.curlake.jobs.finding.bill;

import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.finding.Finding;
import io.curlake.jobs.finding.Finding.Confidence;
import io.curlake.jobs.finding.Saving;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnusedCommitmentTest {
    private static final String RESERVATION = "arn:aws:ec2:eu-west-1:222233334444:reserved-instances/r-1";

    private final UnusedCommitment rule = new UnusedCommitment();

    @Test
    void aPlanThatIsNotUsedUpIsFound() {
        assertThat(rule.find(TestBill.of(TestBill.plan("744", "93.000000000000000001"))))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.from()).isEqualTo("2026-10-01");
                    assertThat(found.to()).isEqualTo("2026-10-31");
                    assertThat(found.finding())
                            .isEqualTo(new Finding(
                                    "unused-commitment",
                                    "111122223333",
                                    "global",
                                    "savings-plan",
                                    TestBill.PLAN,
                                    "",
                                    "12.5 % of the commitment was not used in 2026-10.",
                                    Map.of(
                                            "billing_period", "2026-10",
                                            "committed_cost", "744",
                                            "unused_cost", "93.000000000000000001"),
                                    Saving.of(
                                            new BigDecimal("93.000000000000000001"),
                                            "USD",
                                            "amortized cost of what was not used in 2026-10"),
                                    Confidence.HIGH,
                                    "aws ce get-savings-plans-utilization-details --time-period "
                                            + "Start=2026-10-01,End=2026-11-01"));
                });
    }

    @Test
    void aReservationIsFoundWithItsOwner() {
        CommitmentUse unused = new CommitmentUse(
                RESERVATION, "Reserved Instance", "222233334444", "EUR", BigDecimal.TEN, BigDecimal.TEN);

        assertThat(rule.find(TestBill.of(unused))).singleElement().satisfies(found -> {
            assertThat(found.finding().account()).isEqualTo("222233334444");
            assertThat(found.finding().resourceType()).isEqualTo("reservation");
            assertThat(found.finding().reason()).isEqualTo("100.0 % of the commitment was not used in 2026-10.");
            assertThat(found.finding().saving().currency()).isEqualTo("EUR");
            assertThat(found.finding().check())
                    .isEqualTo("aws ce get-reservation-utilization --time-period Start=2026-10-01,End=2026-11-01 "
                            + "--group-by Type=DIMENSION,Key=SUBSCRIPTION_ID");
        });
    }

    @Test
    void whatIsUsedUpOrNearlySoIsNot() {
        assertThat(rule.find(TestBill.of(TestBill.plan("744", "0"), TestBill.plan("744", "0.99"))))
                .isEmpty();
    }

    @Test
    void aCommitmentThatCostNothingHasNoUnusedPart() {
        assertThat(rule.find(TestBill.of(TestBill.plan("0", "5")))).isEmpty();
    }
}
