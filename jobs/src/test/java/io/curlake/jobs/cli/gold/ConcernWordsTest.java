package io.curlake.jobs.cli.gold;

import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.run.bridge.migration.ComparedGold;
import io.curlake.jobs.run.bridge.migration.ComparedPeriod;
import io.curlake.jobs.run.bridge.migration.Concern;
import io.curlake.jobs.run.bridge.migration.Concern.Kind;
import io.curlake.jobs.run.bridge.migration.TestPair;
import io.curlake.model.BillingPeriod;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ConcernWordsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            COST_DIFFERS | unblended_cost | unblended_cost differs by -2.5 USD, in 3 groups of day, account, product and type. Run 'curlake load' for both, then 'curlake diff' to see which of them AWS restated last; what stays is for AWS Support.
            ROUNDING | unblended_cost | unblended_cost differs by -2.5 USD: rounding, less than 0.000001 a line item.
            SPLIT_DIFFERENTLY | USD | 'acme' has +3 line items in USD for the same cost.
            MEASURE_LOST | net_unblended_cost | 'acme' has no net_unblended_cost, a difference of -2.5 USD. Select the column in the new export.
            MEASURE_GAINED | net_unblended_cost | only 'acme' has net_unblended_cost: -2.5 USD.
            INVOICES_DIFFER | 17 | the same cost is on other invoices: 17. Line items get their invoice when the month closes; load both and compare again.
            OPEN | acme | line items of acme have no invoice yet: the month is still open, and the next delivery may differ.
            ACCOUNTS_LOST | 000000000042 | 3 accounts connected to 'acme-legacy' only: 000000000042 of -2.5 USD would vanish from the tables. Run 'curlake accounts connect --source acme 000000000042'.
            ACCOUNTS_GAINED | 000000000042 | 3 accounts connected to 'acme' only: 000000000042 of -2.5 USD.
            GOLD_NOT_BUILT | acme | gold tables are not compared: those of acme are not built from the newest load. Tags, resources and amortized cost may differ. Run 'curlake build'.
            GOLD_DIFFERS | daily_cost.amortized_cost | daily_cost.amortized_cost of the accounts connected to both differs by -2.5 USD, in 3 groups of day, account, product and type. Compare 'daily_cost' of both sources there.
            NET_COSTS_LOST | acme-legacy | net costs are delivered by acme-legacy only; elsewhere they are the costs before discounts. Select the net columns in the new export.
            NET_COSTS_GAINED | acme | net costs are delivered by acme only; elsewhere they are the costs before discounts.
            TAG_KEYS_LOST | resource_tag/team | tag key resource_tag/team is in 'acme-legacy' only: -2.5 USD would become untagged. Select resource_tags, cost_category and tags in the new export.
            TAG_KEYS_GAINED | resource_tag/team | tag key resource_tag/team is in 'acme' only: -2.5 USD is tagged.
            TAG_VALUES_DIFFER | resource_tag/team | tag key resource_tag/team covers other cost, by -2.5 USD, or has other values, in 3 groups of day, account and value.
            RESOURCES_LOST | x | 3 resources of -2.5 USD in 'acme-legacy' only. Make the new export with resource ids.
            RESOURCES_GAINED | x | 3 resources of -2.5 USD in 'acme' only.
            """)
    void eachConcernIsASentence(Kind kind, String name, String words) {
        assertThat(new ConcernWords(TestPair.october(), false).of(concern(kind, name)))
                .isEqualTo(words);
    }

    @Test
    void ofManyNamesFiveArePrinted() {
        Concern concern =
                new Concern(Kind.ACCOUNTS_GAINED, 7, List.of("1", "2", "3", "4", "5", "6", "7"), new TreeMap<>());

        assertThat(new ConcernWords(TestPair.october(), false).of(concern))
                .isEqualTo("7 accounts connected to 'acme' only: 1, 2, 3, 4, 5 and 2 more without any cost.");
    }

    @Test
    void aVerdictNamesWhatItRestsOn() {
        assertThat(verdict()).isEqualTo("safe to switch.");
        assertThat(verdict(Kind.ROUNDING)).isEqualTo("safe to switch.");
        assertThat(verdict(Kind.TAG_KEYS_GAINED, Kind.RESOURCES_GAINED))
                .isEqualTo("safe but for tag keys that are new, resources that are new.");
        assertThat(verdict(Kind.TAG_KEYS_GAINED, Kind.COST_DIFFERS, Kind.COST_DIFFERS))
                .isEqualTo("not safe: delivered cost differs.");
        assertThat(verdict(Kind.OPEN, Kind.COST_DIFFERS))
                .isEqualTo(
                        "not safe: delivered cost differs. But the month is still open, and the deliveries were loaded "
                                + "3 h apart: an open month moves with every delivery. Run 'curlake load' and compare again, or "
                                + "decide by a month that has its invoices.");
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void everyKindHasABriefName(Kind kind) {
        assertThat(verdict(kind, Kind.ACCOUNTS_LOST)).startsWith("not safe: ").contains("accounts are not connected");
    }

    private static String verdict(Kind... kinds) {
        List<Concern> concerns =
                List.of(kinds).stream().map(kind -> concern(kind, "a")).toList();
        ComparedGold gold =
                new ComparedGold(BillingPeriod.parse("2026-10"), List.of(), Set.of(), List.of(), List.of(), List.of());
        ComparedPeriod period = new ComparedPeriod(TestPair.october(), List.of(), gold, concerns);
        return new ConcernWords(period.pair(), period.isOpen()).verdict(period);
    }

    private static Concern concern(Kind kind, String name) {
        return new Concern(kind, 3, List.of(name), new TreeMap<>(Map.of("USD", new BigDecimal("-2.5"))));
    }
}
