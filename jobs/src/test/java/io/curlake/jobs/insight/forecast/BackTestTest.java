package io.curlake.jobs.insight.forecast;

import static io.curlake.jobs.insight.series.TestCosts.EC2;
import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.insight.series.SeriesKey;
import io.curlake.jobs.insight.series.TestCosts;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackTestTest {
    @Test
    void onlyClosedMonthsAreTested() {
        List<BackTest.Case> cases = BackTest.of(
                new TestCosts().days(EC2, "2026-08-01", "2026-11-11", day -> 10).source("2026-11-11"));

        assertThat(cases)
                .extracting(one -> one.period() + " " + one.day())
                .containsExactly("2026-08 10", "2026-08 20", "2026-09 10", "2026-09 20", "2026-10 10", "2026-10 20");
        assertThat(BackTestError.of(cases).error())
                .hasValueSatisfying(error -> assertThat(error).isEqualByComparingTo("0"));
        assertThat(BackTestError.of(cases).inside()).isEqualTo(6);
    }

    @Test
    void whatNobodyCouldKnowCountsAsError() {
        SeriesKey late = new SeriesKey("000000000042", "AmazonRDS", "USD");
        List<BackTest.Case> cases = BackTest.of(new TestCosts()
                .days(EC2, "2026-09-01", "2026-11-01", day -> 10)
                .days(late, "2026-10-25", "2026-10-31", day -> 10)
                .source("2026-11-02"));

        BackTestError october = BackTestError.of(cases.stream()
                .filter(one -> one.period().toString().equals("2026-10") && one.day() == 20)
                .toList());

        assertThat(october.cases()).isEqualTo(2);
        assertThat(october.forecasts()).isEqualTo(1);
        // 70 of 380.
        assertThat(october.error()).contains(new BigDecimal("0.184211"));
        assertThat(october.total()).contains(new BigDecimal("0.184211"));
    }

    @Test
    void fourOfFiveNoisyMonthsEndInsideTheirInterval() {
        TestCosts costs = new TestCosts();
        Random random = new Random(7);
        for (int i = 0; i < 40; i++) {
            double level = 20 + random.nextInt(200);
            costs.days(
                    new SeriesKey("000000000042", "Service" + i, "USD"),
                    "2026-01-01",
                    "2026-11-11",
                    day -> level * ((day + 3) % 7 < 5 ? 1 : 0.6) * (1 + 0.1 * random.nextGaussian()));
        }

        BackTestError error = BackTestError.of(BackTest.of(costs.source("2026-11-11")));

        assertThat(error.months()).isEqualTo(6);
        assertThat(error.forecasts()).isEqualTo(40 * 6 * 2);
        assertThat(100.0 * error.inside() / error.forecasts()).isBetween(72.0, 92.0);
        assertThat(error.error().orElseThrow()).isLessThan(new BigDecimal("0.03"));
        assertThat(error.total().orElseThrow()).isLessThan(new BigDecimal("0.01"));
    }

    @Test
    void theLastDayOfAnOpenMonthIsNotWhole() {
        TestCosts costs = new TestCosts().days(EC2, "2026-10-01", "2026-10-31", day -> 10);

        assertThat(costs.source("2026-11-02").lastComplete().map(Object::toString))
                .contains("2026-10-30");
        assertThat(costs.source("2026-11-03").lastComplete().map(Object::toString))
                .contains("2026-10-31");
    }
}
