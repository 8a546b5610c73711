package io.curlake.jobs.sample;

import static io.curlake.jobs.sample.SampleRows.money;
import static io.curlake.model.LineItemColumn.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.sample.line.LineItem;
import io.curlake.model.LineItemColumn;
import io.curlake.model.config.ExportConfig.Granularity;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SampleCommitmentsTest {
    private static final SampleSpec SPEC = SampleSpec.into("out").withSize(8, 3, 12_000);

    @ParameterizedTest
    @EnumSource
    void negationCancelsCoveredUsageOfItsPlanHourAndGroup(Granularity granularity) {
        Map<String, BigDecimal> unblended = new HashMap<>();
        Map<String, BigDecimal> net = new HashMap<>();
        Set<String> negated = new HashSet<>();

        SampleRows.forEach(SPEC.withGranularity(granularity), item -> {
            String type = item.text(LINE_ITEM_LINE_ITEM_TYPE);
            if (type.equals("SavingsPlanNegation") || type.equals("SavingsPlanCoveredUsage")) {
                String group = String.join(
                        "|",
                        item.text(IDENTITY_TIME_INTERVAL),
                        item.text(SAVINGS_PLAN_SAVINGS_PLAN_A_R_N),
                        item.text(LINE_ITEM_USAGE_ACCOUNT_ID),
                        item.text(LINE_ITEM_OPERATION),
                        item.text(LINE_ITEM_USAGE_TYPE),
                        item.text(LINE_ITEM_AVAILABILITY_ZONE));
                unblended.merge(group, money(item, LINE_ITEM_UNBLENDED_COST), BigDecimal::add);
                net.merge(group, money(item, LINE_ITEM_NET_UNBLENDED_COST), BigDecimal::add);
                if (type.equals("SavingsPlanNegation")) {
                    negated.add(group);
                }
            }
        });

        assertThat(unblended.keySet()).isNotEmpty().isEqualTo(negated);
        assertThat(unblended.values()).allMatch(sum -> sum.signum() == 0);
        assertThat(net.values()).allMatch(sum -> sum.signum() == 0);
    }

    @Test
    void usedCommitmentIsTheEffectiveCostOfTheHourAndNeverMoreThanTheCommitment() {
        Map<String, BigDecimal> difference = new HashMap<>();

        SampleRows.forEach(SPEC, item -> {
            String hour = item.text(IDENTITY_TIME_INTERVAL) + item.text(SAVINGS_PLAN_SAVINGS_PLAN_A_R_N);
            switch (item.text(LINE_ITEM_LINE_ITEM_TYPE)) {
                case "SavingsPlanRecurringFee" -> {
                    assertThat(item.number(SAVINGS_PLAN_USED_COMMITMENT))
                            .isPositive()
                            .isLessThanOrEqualTo(item.number(SAVINGS_PLAN_TOTAL_COMMITMENT_TO_DATE));
                    assertThat(money(item, SAVINGS_PLAN_TOTAL_COMMITMENT_TO_DATE))
                            .isEqualTo(money(item, SAVINGS_PLAN_AMORTIZED_UPFRONT_COMMITMENT_FOR_BILLING_PERIOD)
                                    .add(money(item, SAVINGS_PLAN_RECURRING_COMMITMENT_FOR_BILLING_PERIOD)));
                    difference.merge(
                            hour, money(item, SAVINGS_PLAN_USED_COMMITMENT).negate(), BigDecimal::add);
                }
                case "SavingsPlanCoveredUsage" ->
                    difference.merge(hour, money(item, SAVINGS_PLAN_SAVINGS_PLAN_EFFECTIVE_COST), BigDecimal::add);
                default -> {}
            }
        });

        assertThat(difference.values()).isNotEmpty().allMatch(sum -> sum.signum() == 0);
    }

    @Test
    void usedAndUnusedHoursOfAReservationAddUpToItsMonth() {
        Map<String, BigDecimal> recurring = new HashMap<>();
        Map<String, BigDecimal> upfront = new HashMap<>();

        SampleRows.forEach(SPEC, item -> {
            String month = item.time(BILL_BILLING_PERIOD_START_DATE) + item.text(RESERVATION_RESERVATION_A_R_N);
            switch (item.text(LINE_ITEM_LINE_ITEM_TYPE)) {
                case "DiscountedUsage" -> {
                    assertThat(money(item, RESERVATION_EFFECTIVE_COST))
                            .isEqualTo(money(item, RESERVATION_AMORTIZED_UPFRONT_COST_FOR_USAGE)
                                    .add(money(item, RESERVATION_RECURRING_FEE_FOR_USAGE)));
                    subtract(recurring, month, money(item, RESERVATION_RECURRING_FEE_FOR_USAGE));
                    subtract(upfront, month, money(item, RESERVATION_AMORTIZED_UPFRONT_COST_FOR_USAGE));
                }
                case "RIFee" -> {
                    assertThat(item.number(RESERVATION_UNUSED_QUANTITY)).isNotNegative();
                    assertThat(item.number(RESERVATION_UNUSED_RECURRING_FEE)).isNotNegative();
                    subtract(recurring, month, money(item, RESERVATION_UNUSED_RECURRING_FEE));
                    subtract(upfront, month, money(item, RESERVATION_UNUSED_AMORTIZED_UPFRONT_FEE_FOR_BILLING_PERIOD));
                    subtract(
                            recurring,
                            month,
                            money(item, LINE_ITEM_UNBLENDED_COST).negate());
                    subtract(
                            upfront,
                            month,
                            money(item, RESERVATION_AMORTIZED_UPFRONT_FEE_FOR_BILLING_PERIOD)
                                    .negate());
                }
                default -> {}
            }
        });

        assertThat(recurring).hasSize(9);
        assertThat(recurring.values()).allMatch(sum -> sum.signum() == 0);
        assertThat(upfront.values()).allMatch(sum -> sum.signum() == 0);
    }

    @Test
    void splitCostOfContainersAddsUpToTheirHost() {
        Map<String, BigDecimal> hosts = new HashMap<>();
        Map<String, BigDecimal> children = new HashMap<>();

        SampleRows.forEach(SPEC, item -> {
            String parent = item.text(SPLIT_LINE_ITEM_PARENT_RESOURCE_ID);
            String hour = item.text(IDENTITY_TIME_INTERVAL);
            if (!parent.isEmpty()) {
                assertThat(item.number(LINE_ITEM_UNBLENDED_COST)).isZero();
                children.merge(
                        hour + parent,
                        money(item, SPLIT_LINE_ITEM_SPLIT_COST).add(money(item, SPLIT_LINE_ITEM_UNUSED_COST)),
                        BigDecimal::add);
            } else if (item.text(LINE_ITEM_USAGE_TYPE).equals("BoxUsage:m5.xlarge")) {
                hosts.merge(hour + item.text(LINE_ITEM_RESOURCE_ID), cost(item), BigDecimal::add);
            }
        });

        assertThat(children).isNotEmpty();
        assertThat(hosts).containsAllEntriesOf(children);
    }

    private static BigDecimal cost(LineItem item) {
        return money(item, LINE_ITEM_UNBLENDED_COST);
    }

    private static void subtract(Map<String, BigDecimal> sums, String key, BigDecimal amount) {
        sums.merge(key, amount.negate(), BigDecimal::add);
    }

    @Test
    void everyAmountIsAFiniteNumberAndEveryKindOfLineItemAppears() {
        Set<String> types = new HashSet<>();

        SampleRows.forEach(SPEC, item -> {
            types.add(item.text(LINE_ITEM_LINE_ITEM_TYPE));
            for (LineItemColumn column : LineItemColumn.values()) {
                assertThat(item.number(column)).isFinite();
            }
        });

        assertThat(types)
                .containsExactlyInAnyOrder(
                        "Usage",
                        "DiscountedUsage",
                        "RIFee",
                        "Fee",
                        "SavingsPlanCoveredUsage",
                        "SavingsPlanNegation",
                        "SavingsPlanRecurringFee",
                        "SavingsPlanUpfrontFee",
                        "Tax",
                        "Credit",
                        "Refund");
    }
}
