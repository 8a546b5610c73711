package io.curlake.jobs.run.bridge.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.account.ConnectedAccounts;
import io.curlake.jobs.run.bridge.migration.Concern.Kind;
import io.curlake.jobs.run.bridge.migration.sum.ComparedSum;
import io.curlake.jobs.run.bridge.migration.sum.ComparedSum.Dimension;
import io.curlake.jobs.run.bridge.migration.sum.ComparedSum.Measure;
import io.curlake.model.BillingPeriod;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeliveredJudgementTest {
    private static final Measure SAME = measure("5", "5");

    @Test
    void theSameCostInMoreLineItemsIsFine() {
        assertThat(concerns(sum(Dimension.TOTAL, "", 10, 12, SAME, SAME)))
                .containsExactly(Concern.valued(Kind.SPLIT_DIFFERENTLY, 2, List.of("USD"), Map.of()));
    }

    @Test
    void aMeasureThatOnlyOneSourceHasIsLostOrGained() {
        Measure lost = measure("3", "0");
        Measure gained = measure("0", "3");

        assertThat(concerns(sum(Dimension.TOTAL, "", 10, 10, SAME, lost)))
                .containsExactly(Concern.valued(
                        Kind.MEASURE_LOST, 1, List.of("net_unblended_cost"), Map.of("USD", new BigDecimal("-3"))));
        assertThat(concerns(sum(Dimension.TOTAL, "", 10, 10, SAME, gained)))
                .containsExactly(Concern.valued(
                        Kind.MEASURE_GAINED, 1, List.of("net_unblended_cost"), Map.of("USD", new BigDecimal("3"))));
    }

    @Test
    void aMeasureThatIsNothingInTotalOnlyIsDeliveredAllTheSame() {
        assertThat(concerns(
                        sum(Dimension.TOTAL, "", 10, 10, SAME, measure("3", "0")),
                        sum(Dimension.LINE_ITEM_TYPE, "Usage", 5, 5, SAME, measure("3", "1")),
                        sum(Dimension.LINE_ITEM_TYPE, "Credit", 5, 5, SAME, measure("0", "-1"))))
                .extracting(Concern::kind)
                .containsExactly(Kind.COST_DIFFERS);
    }

    @Test
    void aCurrencyThatOnlyOneSourceHasIsADifference() {
        assertThat(concerns(sum(Dimension.TOTAL, "", 0, 10, measure("0", "5"), measure("0", "5"))))
                .extracting(Concern::kind)
                .containsExactly(Kind.COST_DIFFERS, Kind.COST_DIFFERS);
    }

    @Test
    void invoicesAreToldWhereTheCostAgrees() {
        assertThat(concerns(
                        sum(Dimension.TOTAL, "", 10, 10, SAME, SAME),
                        sum(Dimension.INVOICE, "17", 0, 4, measure("0", "2"), SAME),
                        sum(Dimension.INVOICE, "", 4, 0, measure("2", "0"), SAME)))
                .containsExactly(
                        Concern.of(Kind.INVOICES_DIFFER, List.of("17", "")),
                        Concern.of(Kind.OPEN, List.of("acme-legacy")));
        assertThat(concerns(
                        sum(Dimension.TOTAL, "", 10, 10, measure("5", "6"), SAME),
                        sum(Dimension.INVOICE, "17", 4, 4, measure("2", "3"), SAME)))
                .extracting(Concern::kind)
                .containsExactly(Kind.COST_DIFFERS);
    }

    private static List<Concern> concerns(ComparedSum... sums) {
        return new DeliveredJudgement(TestPair.october(), List.of(sums), new ConnectedAccounts(List.of())).concerns();
    }

    private static Measure measure(String from, String to) {
        BigDecimal change = new BigDecimal(to).subtract(new BigDecimal(from));
        return new Measure(new BigDecimal(from), new BigDecimal(to), change, change.signum() == 0 ? 0 : 1);
    }

    private static ComparedSum sum(
            Dimension dimension, String value, long fromRows, long toRows, Measure unblended, Measure net) {
        Map<String, Measure> measures = new LinkedHashMap<>();
        measures.put("unblended_cost", unblended);
        measures.put("net_unblended_cost", net);
        return new ComparedSum(BillingPeriod.parse("2026-10"), "USD", dimension, value, fromRows, toRows, measures);
    }
}
