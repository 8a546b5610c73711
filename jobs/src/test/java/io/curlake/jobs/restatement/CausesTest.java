package io.curlake.jobs.restatement;

import static io.curlake.jobs.restatement.TestCost.cost;
import static io.curlake.model.CostColumn.PUBLIC_ON_DEMAND;
import static io.curlake.model.CostColumn.RESERVATION_EFFECTIVE;
import static io.curlake.model.CostColumn.SAVINGS_PLAN_EFFECTIVE;
import static io.curlake.model.CostColumn.UNBLENDED;
import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.lineitem.LineItemTypes;
import io.curlake.jobs.restatement.cause.Cause;
import io.curlake.jobs.restatement.cause.LineItemFamily;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Why a key changed, shown with a few line items. Each case has an account of its own, so one comparison answers all. */
class CausesTest {
    private static final int EARLY = 5;
    private static final int LAST = 20;

    @SuppressWarnings("ImmutableEnumChecker") // lists of List.of
    enum Case {
        NOTHING(before(usage("1")), after(usage("1"))),
        A_DAY_NOBODY_HAD_SEEN(before(), after(cost(21, "Usage", "3")), "Usage '' 0→1 new_charges"),
        THE_LAST_DAY_FILLS(before(), after(cost(LAST, "Usage", "3")), "Usage '' 0→1 new_charges"),
        A_CREDIT_OF_A_NEW_DAY(before(), after(cost(21, "Credit", "-3")), "Credit '' 0→1 new_charges"),
        A_NEW_KEY_OF_A_DAY_THAT_WAS_OVER(before(), after(usage("3")), "Usage '' 0→1 late_usage"),
        A_KEY_GREW_ON_A_DAY_THAT_WAS_OVER(before(usage("3")), after(usage("4").rows(2)), "Usage '' 1→2 late_usage"),
        A_KEY_VANISHED(before(usage("3")), after(), "Usage '' 1→0 gone"),
        A_CREDIT(before(), after(cost(EARLY, "Credit", "-3")), "Credit '' 0→1 credit"),
        A_CREDIT_WAS_TAKEN_BACK(before(cost(EARLY, "Credit", "-3")), after(), "Credit '' 1→0 credit"),
        A_REFUND(before(), after(cost(EARLY, "Refund", "-3")), "Refund '' 0→1 refund"),
        A_TAX(before(cost(EARLY, "Tax", "3")), after(cost(EARLY, "Tax", "4")), "Tax '' 1→1 tax"),
        A_DISCOUNT(before(), after(cost(EARLY, "EdpDiscount", "-3")), "EdpDiscount '' 0→1 discount"),
        A_SUPPORT_FEE(before(), after(cost(1, "Fee", "100")), "Fee '' 0→1 fee"),
        A_CHARGE_WITHOUT_A_DAY(before(), after(cost(1, "Fee", "100").withoutDay()), "Fee '' 0→1 fee"),
        USAGE_BECAME_COVERED(
                before(usage("10")),
                after(
                        cost(EARLY, "SavingsPlanCoveredUsage", "10").amount(SAVINGS_PLAN_EFFECTIVE, "7"),
                        cost(EARLY, "SavingsPlanNegation", "-10")),
                "SavingsPlanCoveredUsage '' 0→1 reallocated",
                "SavingsPlanNegation '' 0→1 reallocated",
                "Usage '' 1→0 reallocated"),
        A_RESERVATION_MOVED_AWAY(
                before(cost(EARLY, "DiscountedUsage", "0").amount(PUBLIC_ON_DEMAND, "10")),
                after(cost(EARLY, "DiscountedUsage", "0").amount(PUBLIC_ON_DEMAND, "4"), usage("6")),
                "DiscountedUsage '' 1→1 reallocated",
                "Usage '' 0→1 reallocated"),
        COVERED_USAGE_AND_MORE_USAGE(
                before(usage("10")),
                after(cost(EARLY, "SavingsPlanCoveredUsage", "11")),
                "SavingsPlanCoveredUsage '' 0→1 late_usage",
                "Usage '' 1→0 gone"),
        ANOTHER_EFFECTIVE_COST(
                before(cost(EARLY, "DiscountedUsage", "0").amount(RESERVATION_EFFECTIVE, "2")),
                after(cost(EARLY, "DiscountedUsage", "0").amount(RESERVATION_EFFECTIVE, "3")),
                "DiscountedUsage '' 1→1 reallocated"),
        OTHER_TAGS(before(usage("1").tags(5)), after(usage("1").tags(6)), "Usage '' 1→1 tags +tags"),
        OTHER_TAGS_OF_TWO_GROUPS(
                before(usage("1").tags(Long.MAX_VALUE), usage("1").tags(1)),
                after(usage("2").rows(2).tags(Long.MIN_VALUE))),
        OTHER_TAGS_AND_PRICE(before(usage("1").tags(5)), after(usage("2").tags(6)), "Usage '' 1→1 repriced +tags"),
        ROUNDED_OTHERWISE(before(usage("1")), after(usage("1.0000009")), "Usage '' 1→1 rounding"),
        THE_LAST_OF_EIGHTEEN_PLACES(before(usage("1")), after(usage("1.000000000000000001")), "Usage '' 1→1 rounding"),
        MORE_THAN_ROUNDING(before(usage("1")), after(usage("1.000001")), "Usage '' 1→1 repriced"),
        THE_SAME_COST_IN_MORE_ROWS(before(usage("1")), after(usage("1").rows(3)), "Usage '' 1→3 regrouped"),
        AN_INVOICE(
                before(usage("1").tags(5)),
                after(usage("1").tags(5).invoice("77")),
                "Usage '' 1→0 invoiced",
                "Usage '77' 0→1 invoiced"),
        AN_INVOICE_AND_OTHER_TAGS(
                before(usage("1").tags(5)),
                after(usage("1").tags(6).invoice("77")),
                "Usage '' 1→0 invoiced +tags",
                "Usage '77' 0→1 invoiced +tags"),
        AN_INVOICE_AND_MORE_USAGE(
                before(usage("1")),
                after(usage("3").rows(2).invoice("77")),
                "Usage '' 1→0 late_usage",
                "Usage '77' 0→2 late_usage"),
        ANOTHER_PRICE(before(usage("1")), after(usage("1").amount(UNBLENDED, "0.9")), "Usage '' 1→1 repriced"),
        A_TYPE_NOBODY_DOCUMENTED(
                before(cost(EARLY, "Gift", "1")), after(cost(EARLY, "Gift", "2")), "Gift '' 1→1 unknown_type"),
        A_NEW_DAY_OF_SUCH_A_TYPE(before(), after(cost(21, "Gift", "1")), "Gift '' 0→1 unknown_type");

        private final List<TestCost> before;
        private final List<TestCost> after;
        private final List<String> changes;

        Case(List<TestCost> before, List<TestCost> after, String... changes) {
            this.before = before;
            this.after = after;
            this.changes = List.of(changes);
        }

        private Stream<TestCost> own(List<TestCost> costs) {
            return costs.stream().map(cost -> cost.with("usage_account_id", name()));
        }
    }

    private static List<Row> restatement;

    @BeforeAll
    static void compareAllCasesAtOnce() {
        List<TestCost> before = new ArrayList<>(List.of(cost(LAST, "Usage", "1"), cost(25, "RIFee", "1")));
        List<TestCost> after = new ArrayList<>(before);
        for (Case each : Case.values()) {
            each.own(each.before).forEach(before::add);
            each.own(each.after).forEach(after::add);
        }
        restatement = Restatements.between(
                        TestCost.dataset(before),
                        TestCost.dataset(after),
                        new DeliveryPair("d1", "d2", Instant.parse("2026-11-09T10:00:00Z")))
                .collectAsList();
    }

    @ParameterizedTest
    @EnumSource(Case.class)
    void theFirstRuleThatMatchesNamesTheCause(Case each) {
        assertThat(restatement.stream()
                        .filter(row -> row.getAs("usage_account_id").equals(each.name()))
                        .map(row -> "%s '%s' %d→%d %s%s"
                                .formatted(
                                        row.getAs("line_item_type"),
                                        row.getAs("invoice_id"),
                                        row.<Long>getAs("rows_before"),
                                        row.<Long>getAs("rows_after"),
                                        row.getAs("cause"),
                                        row.<Boolean>getAs("tags_changed") ? " +tags" : ""))
                        .sorted())
                .containsExactlyElementsOf(each.changes);
    }

    @Test
    void everyCauseHasACase() {
        assertThat(restatement.stream().map(row -> Cause.of(row.getAs("cause"))))
                .contains(Cause.values());
    }

    @Test
    void everyDocumentedTypeIsOfOneFamily() {
        assertThat(Arrays.stream(LineItemFamily.values()).flatMap(f -> f.types().stream()))
                .containsExactlyInAnyOrderElementsOf(LineItemTypes.known());
    }

    private static TestCost usage(String amount) {
        return cost(EARLY, "Usage", amount);
    }

    private static List<TestCost> before(TestCost... costs) {
        return List.of(costs);
    }

    private static List<TestCost> after(TestCost... costs) {
        return List.of(costs);
    }
}
