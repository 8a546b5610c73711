package io.curlake.jobs.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class SavingsTest {
    private static final UsageCost HOURS =
            TestCost.of("i-0a", "EU-BoxUsage:m4.large", "80.10").toUsageCost();

    @Test
    void allThatWasPaidIsSaved() {
        UsageCost credit = TestCost.of("i-0a", "EU-BoxUsage:m4.large", "-0.05").toUsageCost();

        assertThat(Savings.all(List.of(HOURS, HOURS, credit)))
                .isEqualTo(Saving.of(new BigDecimal("160.15"), "USD", "net amortized cost of the last 30 days"));
    }

    @Test
    void withoutACostNothingIsKnown() {
        assertThat(Savings.all(List.of())).isEqualTo(Saving.unknown("the bill of the last 30 days has no cost of it"));
    }

    @Test
    void whatCostNothingSavesNothing() {
        UsageCost free = TestCost.of("i-0a", "EU-BoxUsage:t2.micro", "0.00").toUsageCost();
        UsageCost refund = TestCost.of("i-0a", "EU-BoxUsage:m4.large", "-80.10").toUsageCost();

        assertThat(Savings.all(List.of(free))).isEqualTo(Saving.unknown("it cost nothing in the last 30 days"));
        assertThat(Savings.all(List.of(HOURS, refund, refund)))
                .isEqualTo(Saving.unknown("it cost nothing in the last 30 days"));
    }

    @Test
    void currenciesAreNeverAddedUp() {
        UsageCost other =
                TestCost.of("i-0a", "EU-BoxUsage:m4.large", "80.10").in("EUR").toUsageCost();

        assertThat(Savings.all(List.of(HOURS, other, HOURS)))
                .isEqualTo(Saving.unknown("the bill has it in EUR and USD"));
    }

    @Test
    void aLowerRateSavesItsPartOfTheCost() {
        assertThat(part("11.00", "0.088", "0.110")).isEqualTo("2.200000000000");
        assertThat(part("10.00", "0.10", "0.30")).isEqualTo("6.666666666667");
        assertThat(part("0.000000000001", "1", "3")).isEqualTo("0.000000000001");
    }

    @Test
    void aHigherRateSavesLessThanNothing() {
        assertThat(part("10.00", "0.11", "0.10")).isEqualTo("-1.000000000000");
        assertThat(part("10.00", "0.10", "0.10")).isEqualTo("0.000000000000");
    }

    private static String part(String cost, String lower, String rate) {
        return Savings.part(new BigDecimal(cost), new BigDecimal(lower), new BigDecimal(rate))
                .toPlainString();
    }
}
