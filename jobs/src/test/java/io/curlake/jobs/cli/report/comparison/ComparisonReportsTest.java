package io.curlake.jobs.cli.report.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.curlake.jobs.restatement.CauseTotal;
import io.curlake.jobs.restatement.RestatementSummary;
import io.curlake.jobs.restatement.cause.Cause;
import io.curlake.jobs.restatement.stability.Movement;
import io.curlake.jobs.restatement.stability.Stability;
import io.curlake.jobs.restatement.stability.StabilityFindings;
import io.curlake.jobs.run.comparison.ChangedCharge;
import io.curlake.jobs.run.comparison.CurrencyTotal;
import io.curlake.jobs.run.comparison.DeliveryDiff;
import io.curlake.jobs.table.Partition;
import io.curlake.model.BillingPeriod;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonReportsTest {
    private static final Partition OCTOBER = new Partition("acme", BillingPeriod.parse("2026-10"));
    private static final CauseTotal REFUND =
            new CauseTotal("USD", Cause.REFUND, 1, 1, 1, amount("-1000.000000000000000001"), amount("0"));
    private static final CauseTotal GONE = new CauseTotal("USD", Cause.GONE, 2, 1, -3, amount("-2.5"), amount("-1"));
    private static final ChangedCharge CHARGE = new ChangedCharge(
            "2026-10-05",
            "000000000042",
            "AmazonEC2",
            "Refund",
            "USD",
            Cause.REFUND,
            amount("0"),
            amount("-1000.000000000000000001"));
    private static final DeliveryDiff DIFF = new DeliveryDiff(
            OCTOBER,
            "d1",
            "d2",
            List.of(REFUND, GONE),
            List.of(CHARGE),
            List.of(new CurrencyTotal(
                    "USD",
                    new CurrencyTotal.Side(10, amount("2000"), amount("4")),
                    new CurrencyTotal.Side(8, amount("997.499999999999999999"), amount("3")))),
            List.of("read again from the export: e1"));

    @Test
    void aDiffIsATableOfCausesTheLargestChangesAndExactTotals() {
        assertThat(cells(DiffReport.of(DIFF)))
                .containsSequence("acme 2026-10: delivery d1 → d2")
                .contains(
                        "refund 1 1 +1 −1,000.00 0.00 USD",
                        "gone 2 1 −3 −2.50 −1.00 USD",
                        "The largest changes of unblended cost:",
                        "AmazonEC2 000000000042 2026-10-05 Refund refund 0.00 -1,000.00 −1,000.00 USD",
                        "rows, USD 10 −2 8",
                        "unblended cost, USD 2000 -1002.500000000000000001 997.499999999999999999",
                        "effective cost (RI, SP), USD 4 -1 3",
                        "! read again from the export: e1")
                .endsWith("Every change is of one cause, and all of them add up to the change of the totals.");
    }

    @Test
    void deliveriesThatAreAlikeHaveNoTableOfCauses() {
        DeliveryDiff same = new DeliveryDiff(OCTOBER, "d1", "d2", List.of(), List.of(), DIFF.totals(), List.of());

        assertThat(cells(DiffReport.of(same)))
                .doesNotContain("Cause Keys Days Rows Unblended Effective (RI, SP)")
                .endsWith("Nothing changed.");
    }

    @Test
    void aDiffIsOneJsonObjectWithExactAmounts() {
        assertThat(DiffReport.json(DIFF))
                .isEqualTo("{\"verb\":\"diff\",\"source\":\"acme\",\"billing_period\":\"2026-10\",\"from\":\"d1\","
                        + "\"to\":\"d2\",\"causes\":[{\"cause\":\"refund\",\"currency\":\"USD\",\"keys\":1,\"days\":1,"
                        + "\"rows\":1,\"unblended_cost\":\"-1000.000000000000000001\",\"effective_cost\":\"0\"},"
                        + "{\"cause\":\"gone\",\"currency\":\"USD\",\"keys\":2,\"days\":1,\"rows\":-3,"
                        + "\"unblended_cost\":\"-2.5\",\"effective_cost\":\"-1\"}],\"totals\":[{\"currency\":\"USD\","
                        + "\"before\":{\"rows\":10,\"unblended_cost\":\"2000\",\"effective_cost\":\"4\"},"
                        + "\"after\":{\"rows\":8,\"unblended_cost\":\"997.499999999999999999\","
                        + "\"effective_cost\":\"3\"}}],\"largest\":[{\"usage_date\":\"2026-10-05\","
                        + "\"usage_account_id\":\"000000000042\",\"product_code\":\"AmazonEC2\","
                        + "\"line_item_type\":\"Refund\",\"currency\":\"USD\","
                        + "\"cause\":\"refund\",\"before_unblended_cost\":\"0\","
                        + "\"after_unblended_cost\":\"-1000.000000000000000001\"}],"
                        + "\"notices\":[\"read again from the export: e1\"]}");
    }

    @Test
    void aRestatementIsPartOfASummary() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();

        RestatementJson.add(
                json,
                new RestatementSummary(
                        "d1",
                        List.of(new RestatementSummary.InCurrency(
                                "USD", 1, amount("-2.50"), 2, amount("7"), List.of(GONE)))));

        assertThat(json)
                .hasToString("{\"since\":\"d1\",\"currencies\":[{\"currency\":\"USD\",\"earlier_days\":1,"
                        + "\"earlier_unblended_cost\":\"-2.5\",\"new_days\":2,\"new_unblended_cost\":\"7\"}],"
                        + "\"causes\":[{\"cause\":\"gone\",\"currency\":\"USD\",\"keys\":2,\"days\":1,\"rows\":-3,"
                        + "\"unblended_cost\":\"-2.5\",\"effective_cost\":\"-1\"}]}");
    }

    @Test
    void stabilityShowsTheFirstAgesAndThoseAtWhichSomethingMoved() {
        StabilityFindings findings = new StabilityFindings(
                3, List.of(new Stability("USD", List.of(age(0, "1"), age(9, "0"), age(40, "0.5")))));

        assertThat(cells(StabilityReport.of(findings)))
                .contains("0 4 1,000.00 1.00 −1.00 0.100% USD", "40 4 1,000.00 0.50 −0.50 0.050% USD")
                .noneMatch(line -> line.startsWith("9 "))
                .endsWith("stability: 99.9% of a day's cost in USD stood still from day 9 on (watched up to day 40)");
        assertThat(StabilityReport.json(findings))
                .startsWith("{\"verb\":\"stability\",\"restatements\":3,\"known\":true,\"currencies\":[{"
                        + "\"currency\":\"USD\",\"still_after_days\":9,\"ages\":[{\"days_old\":0,\"days_watched\":4,"
                        + "\"unblended_cost\":\"1000\",\"moved_unblended_cost\":\"1\",\"net_unblended_cost\":\"-1\","
                        + "\"share\":\"0.001\"},");
    }

    private static Stability.Age age(int days, String moved) {
        return new Stability.Age(
                4,
                amount("1000"),
                new Movement("USD", days, amount(moved), amount(moved).negate()));
    }

    private static BigDecimal amount(String text) {
        return new BigDecimal(text);
    }

    /** The filled cells of each line, with a space between. */
    private static List<String> cells(String table) {
        return table.lines()
                .map(line -> line.replaceAll("[│║|]+", " ").strip().replaceAll("\\s+", " "))
                .toList();
    }
}
