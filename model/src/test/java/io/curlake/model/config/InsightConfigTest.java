package io.curlake.model.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.curlake.model.AccountId;
import io.curlake.model.Refusal;
import io.curlake.model.config.BudgetConfig.Span;
import io.curlake.model.config.BudgetConfig.Tag;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InsightConfigTest {
    private static final String LABS = """
              - name: labs
                payer: "444455556666"
                export: {name: labs-cur2, bucket: labs-billing, format: cur2-parquet}
            """;

    @Test
    void withoutKeysThereAreNoBudgetsAndNoTeams() {
        assertThat(parse("", "")).isEqualTo(InsightConfig.DEFAULT);
    }

    @Test
    void everyKeyIsRead() {
        InsightConfig insight = parse(LABS, """
                anomalies: {minimum: 2.50, sensitivity: 4}
                budgets:
                  - {name: web, amount: 1200.50, currency: USD, source: labs, accounts: ["000000000042"], services: [AmazonEC2, AmazonRDS]}
                  - {name: platform, amount: 90, currency: EUR, period: year, source: acme, tag: team=platform}
                showback: {teams: teams.csv}
                """);

        assertThat(insight.anomalies()).isEqualTo(new AnomalyConfig(new BigDecimal("2.50"), new BigDecimal("4")));
        assertThat(insight.teams()).contains("teams.csv");
        assertThat(insight.budgets())
                .containsExactly(
                        new BudgetConfig(
                                "web",
                                new BigDecimal("1200.50"),
                                "USD",
                                Span.MONTH,
                                "labs",
                                List.of(new AccountId("000000000042")),
                                List.of("AmazonEC2", "AmazonRDS"),
                                Optional.empty()),
                        new BudgetConfig(
                                "platform",
                                new BigDecimal("90"),
                                "EUR",
                                Span.YEAR,
                                "acme",
                                List.of(),
                                List.of(),
                                Optional.of(new Tag("team", "platform"))));
    }

    @Test
    void theOnlySourceNeedsNoName() {
        assertThat(parse("", "budgets: [{name: all, amount: 1, currency: USD}]")
                        .budgets()
                        .get(0)
                        .source())
                .isEqualTo("acme");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "amount: 0, currency: USD|key 'budgets[0].amount': '0' is no amount above zero: write for example 1000 or 99.50",
                "currency: USD|key 'budgets[0].amount' is missing",
                "amount: 1, currency: usd|key 'budgets[0].currency': 'usd' is no currency: write for example USD",
                "amount: 1, currency: USD, period: week|key 'budgets[0].period': 'week' is none of month, year",
                "amount: 1, currency: USD, source: lab|key 'budgets[0].source': 'lab' is none of the sources 'acme'",
                "amount: 1, currency: USD, accounts: 42|key 'budgets[0].accounts': it takes a list of one or more values",
                "amount: 1, currency: USD, tag: team|key 'budgets[0].tag': 'team' is no tag: write key=value, or key= for untagged",
                "amount: 1, currency: USD, tag: a=b, services: [AmazonEC2]|key 'budgets[0].tag': a budget is of a tag or of services: the costs of tags know no services",
                "amount: 1, currency: USD, owner: me|unknown key 'budgets[0].owner'; known here are accounts, amount, currency, name, period, services, source, tag",
            })
    void whatIsNoBudgetIsRefused(String budget, String reason) {
        assertThatThrownBy(() -> parse("", "budgets: [{name: web, " + budget + "}]"))
                .isInstanceOf(Refusal.class)
                .hasMessage("Cannot read configuration curlake.yaml, line 6: " + reason + ".");
    }

    @Test
    void ofSeveralSourcesABudgetNamesOne() {
        assertThatThrownBy(() -> parse(LABS, "budgets: [{name: web, amount: 1, currency: USD}]"))
                .isInstanceOf(Refusal.class)
                .hasMessage(
                        "Cannot read configuration curlake.yaml, line 9: key 'budgets[0].source': it is missing: a budget"
                                + " is of one source, and there are 'acme', 'labs'.");
    }

    @Test
    void aNameStandsOnce() {
        assertThatThrownBy(() -> parse("", """
                        budgets:
                          - {name: web, amount: 1, currency: USD}
                          - {name: web, amount: 2, currency: USD}
                        """))
                .isInstanceOf(Refusal.class)
                .hasMessage(
                        "Cannot read configuration curlake.yaml, line 8: key 'budgets[1].name': budget 'web' stands twice.");
    }

    private static InsightConfig parse(String sources, String insight) {
        return ConfigFile.parse("curlake.yaml", """
                warehouse: /data/curlake
                sources:
                  - name: acme
                    payer: "111122223333"
                    export: {name: acme-cur2, bucket: acme-billing, format: cur2-parquet}
                """ + sources + insight, name -> "")
                .insight();
    }
}
