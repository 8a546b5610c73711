package io.curlake.jobs.run.bridge.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.run.bridge.migration.Concern.Kind;
import io.curlake.jobs.run.bridge.migration.sum.ComparedSum;
import io.curlake.jobs.run.bridge.migration.sum.ComparedSum.Dimension;
import io.curlake.jobs.run.bridge.migration.sum.ComparedSum.Measure;
import io.curlake.model.BillingPeriod;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GoldJudgementTest {
    private static final BillingPeriod OCTOBER = BillingPeriod.parse("2026-10");

    @Test
    void netCostsOfOneSourceOnlyAreToldOnceAndNotAsADifference() {
        ComparedSum total = sum(Dimension.TOTAL, "", 4, 4, "5", "5", "4", "5");

        assertThat(concerns(Set.of("acme-legacy"), List.of(total), List.of()))
                .containsExactly(Concern.of(Kind.NET_COSTS_LOST, List.of("acme-legacy")));
        assertThat(concerns(Set.of("acme"), List.of(total), List.of()))
                .containsExactly(Concern.of(Kind.NET_COSTS_GAINED, List.of("acme")));
        assertThat(concerns(Set.of("acme", "acme-legacy"), List.of(total), List.of()))
                .containsExactly(Concern.valued(
                        Kind.GOLD_DIFFERS, 1, List.of("daily_cost.net_unblended_cost"), Map.of("USD", BigDecimal.ONE)));
    }

    @Test
    void tagKeysAreLostGainedOrOfOtherCost() {
        assertThat(concerns(
                        Set.of(),
                        List.of(),
                        List.of(
                                sum(Dimension.TAG_KEY, "resource_tag/a", 4, 0, "5", "0", "5", "0"),
                                sum(Dimension.TAG_KEY, "resource_tag/b", 0, 4, "0", "6", "0", "6"),
                                sum(Dimension.TAG_KEY, "resource_tag/c", 4, 4, "5", "7", "5", "7"),
                                sum(Dimension.TAG_KEY, "resource_tag/d", 4, 4, "5", "5", "5", "5"))))
                .containsExactly(
                        Concern.valued(
                                Kind.TAG_KEYS_LOST, 1, List.of("resource_tag/a"), Map.of("USD", new BigDecimal("5"))),
                        Concern.valued(
                                Kind.TAG_KEYS_GAINED, 1, List.of("resource_tag/b"), Map.of("USD", new BigDecimal("6"))),
                        Concern.valued(
                                Kind.TAG_VALUES_DIFFER,
                                1,
                                List.of("resource_tag/c"),
                                Map.of("USD", new BigDecimal("2"))));
    }

    @Test
    void withoutGoldTablesNothingOfThemIsJudged() {
        assertThat(new GoldJudgement(TestPair.october(), ComparedGold.notBuilt(OCTOBER, List.of("acme"))).concerns())
                .containsExactly(Concern.of(Kind.GOLD_NOT_BUILT, List.of("acme")));
    }

    private static List<Concern> concerns(Set<String> net, List<ComparedSum> costs, List<ComparedSum> tags) {
        return new GoldJudgement(TestPair.october(), new ComparedGold(OCTOBER, List.of(), net, costs, tags, List.of()))
                .concerns();
    }

    private static ComparedSum sum(Dimension dimension, String value, long fromRows, long toRows, String... fromAndTo) {
        Map<String, Measure> measures = new LinkedHashMap<>();
        measures.put("unblended_cost", measure(fromAndTo[0], fromAndTo[1]));
        measures.put("net_unblended_cost", measure(fromAndTo[2], fromAndTo[3]));
        return new ComparedSum(OCTOBER, "USD", dimension, value, fromRows, toRows, measures);
    }

    private static Measure measure(String from, String to) {
        BigDecimal change = new BigDecimal(to).subtract(new BigDecimal(from));
        return new Measure(new BigDecimal(from), new BigDecimal(to), change, change.signum() == 0 ? 0 : 1);
    }
}
