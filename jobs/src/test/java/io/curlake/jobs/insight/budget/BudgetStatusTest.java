package io.curlake.jobs.insight.budget;

import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.insight.series.SeriesKey;
import io.curlake.model.AccountId;
import io.curlake.model.config.BudgetConfig;
import io.curlake.model.config.BudgetConfig.Span;
import io.curlake.model.config.BudgetConfig.Tag;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BudgetStatusTest {
    private static final SeriesKey WEB = new SeriesKey("000000000042", "AmazonEC2", "USD");
    private static final SeriesKey LABS = new SeriesKey("999988887777", "AmazonS3", "EUR");

    @ParameterizedTest
    @CsvSource({
        " 40,    90, UNDER,         0.4,      0.9",
        "100,   100, UNDER,         1,        1",
        " 40, 100.01, FORECAST_OVER, 0.4,      1.0001",
        "100.01, 90, OVER,          1.0001,   0.9",
    })
    void aBudgetIsOverWhenItIsSpentAndBeforeWhenItWillBe(
            BigDecimal actual, BigDecimal forecast, BudgetStatus.State state, BigDecimal share, BigDecimal inTheEnd) {
        BudgetStatus status = new BudgetStatus(budget(List.of(), List.of(), Optional.empty()), actual, forecast);

        assertThat(status.state()).isEqualTo(state);
        assertThat(status.share()).isEqualByComparingTo(share);
        assertThat(status.forecastShare()).isEqualByComparingTo(inTheEnd);
    }

    @Test
    void aBudgetCountsWhatAllOfItsFiltersLetThrough() {
        BudgetScope all = scope(List.of(), List.of());
        BudgetScope web = scope(List.of("000000000042"), List.of("AmazonEC2", "AmazonRDS"));

        assertThat(all.holds(WEB)).isTrue();
        assertThat(all.holds(LABS)).isFalse();
        assertThat(web.holds(WEB)).isTrue();
        assertThat(web.holds(new SeriesKey("000000000042", "AmazonS3", "USD"))).isFalse();
        assertThat(web.holds(new SeriesKey("999988887777", "AmazonEC2", "USD"))).isFalse();
    }

    @Test
    void aFilterThatMatchesNothingIsNamed() {
        List<SeriesKey> known = List.of(WEB, LABS);

        assertThat(scope(List.of("000000000042"), List.of("AmazonEC2")).unmapped(known))
                .isEmpty();
        assertThat(scope(List.of("000000000007"), List.of()).unmapped(known)).contains("account 000000000007");
        assertThat(scope(List.of(), List.of("AmazonEc2")).unmapped(known)).contains("service 'AmazonEc2'");
        assertThat(scope(List.of(), List.of()).unmapped(List.of(LABS))).contains("currency USD");
        assertThat(new BudgetScope(budget(List.of(), List.of(), Optional.of(new Tag("team", "web"))))
                        .unmapped(List.of()))
                .contains("tag 'team' = 'web'");
    }

    private static BudgetScope scope(List<String> accounts, List<String> services) {
        return new BudgetScope(budget(accounts.stream().map(AccountId::new).toList(), services, Optional.empty()));
    }

    private static BudgetConfig budget(List<AccountId> accounts, List<String> services, Optional<Tag> tag) {
        return new BudgetConfig("web", new BigDecimal("100"), "USD", Span.MONTH, "acme", accounts, services, tag);
    }
}
