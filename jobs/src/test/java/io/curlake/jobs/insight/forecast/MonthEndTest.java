package io.curlake.jobs.insight.forecast;

import static io.curlake.jobs.insight.series.TestCosts.EC2;
import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.insight.series.CostHistory;
import io.curlake.jobs.insight.series.TestCosts;
import io.curlake.model.BillingPeriod;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** November 2026 from its first ten days. */
class MonthEndTest {
    private static final LocalDate TENTH = LocalDate.parse("2026-11-10");
    private static final MonthEnd NOVEMBER = new MonthEnd(
            BillingPeriod.parse("2026-11"),
            TENTH,
            List.of(BillingPeriod.parse("2026-10"), BillingPeriod.parse("2026-09")));

    @Test
    void aFlatSeriesEndsWhereItIsHeadedWithoutAnyMargin() {
        assertThat(forecast(flat())).isEqualTo("300.000000 300.000000 300.000000");
    }

    @Test
    void aTrendIsCarriedToTheEnd() {
        // Day 61 to 90 of the series: (61 + 90) * 30 / 2.
        assertThat(forecast(costs().days(EC2, "2026-09-01", "2026-11-10", day -> day)))
                .isEqualTo("2265.000000 2265.000000 2265.000000");
    }

    @Test
    void threeDaysOfAServiceAreNotEnough() {
        SeriesForecast forecast =
                of(costs().days(EC2, "2026-11-08", "2026-11-10", day -> 10).history());

        assertThat(forecast.forecast()).isEmpty();
        assertThat(forecast.actual()).isEqualByComparingTo("30");
        assertThat(forecast.atLeastKnown()).isEqualByComparingTo("30");
    }

    @Test
    void oneOffsThatRecurAreExpectedOnceMore() {
        TestCosts costs = flat().oneOff(EC2, "2026-09-15", "100").oneOff(EC2, "2026-10-15", "120.50");

        assertThat(forecast(costs)).isEqualTo("410.250000 410.250000 410.250000");
    }

    @Test
    void oneOffsOfTheFirstDaysAreTakenAsTheyAre() {
        TestCosts costs = flat().oneOff(EC2, "2026-09-01", "7")
                .oneOff(EC2, "2026-10-01", "7")
                .oneOff(EC2, "2026-11-01", "1000");

        assertThat(forecast(costs)).isEqualTo("1300.000000 1300.000000 1300.000000");
    }

    @Test
    void aOneOffOfOneMonthIsNotExpectedAgain() {
        assertThat(forecast(flat().oneOff(EC2, "2026-10-15", "120"))).startsWith("300.000000 ");
    }

    @Test
    void whatIsThereAlreadyIsNotExpectedTwice() {
        CostHistory history = flat().oneOff(EC2, "2026-09-15", "100")
                .oneOff(EC2, "2026-10-15", "100")
                .oneOff(EC2, "2026-11-15", "80")
                .history();

        SeriesForecast forecast = NOVEMBER.of(history, new BigDecimal("180"));

        assertThat(forecast.oneOff()).isEqualByComparingTo("20");
        assertThat(forecast.atLeastKnown()).isEqualByComparingTo("400");
    }

    @Test
    void theMarginIsWhatEarlierForecastsWereOffBy() {
        // Every third day costs 13 instead of 10: the level is 10, and each twenty days cost 18 or 21 more.
        TestCosts costs = costs().days(EC2, "2026-07-01", "2026-11-10", day -> day % 3 == 0 ? 13 : 10);

        SeriesForecast.Expected expected = of(costs.history()).expected().orElseThrow();

        assertThat(expected.errors()).hasSize(12);
        assertThat(expected.margin().doubleValue()).isBetween(3.0, 60.0);
    }

    @Test
    void aMonthOfWhichNoDayIsWholeIsForecastFromTheMonthBefore() {
        MonthEnd begun = new MonthEnd(
                BillingPeriod.parse("2026-11"),
                LocalDate.parse("2026-10-31"),
                List.of(BillingPeriod.parse("2026-10"), BillingPeriod.parse("2026-09")));
        TestCosts costs = costs().days(EC2, "2026-09-01", "2026-10-31", day -> 10)
                .oneOff(EC2, "2026-09-01", "5")
                .oneOff(EC2, "2026-10-01", "5");

        assertThat(begun.of(costs.history(), BigDecimal.ZERO).atLeastKnown()).isEqualByComparingTo("305");
    }

    @Test
    void marginsOfATotalCancelAsErrorsDid() {
        CostHistory one = costs().days(EC2, "2026-07-01", "2026-11-10", day -> day % 5 == 0 ? 20 : 10)
                .history();
        CostHistory opposite = costs().days(EC2, "2026-07-01", "2026-11-10", day -> day % 5 == 0 ? -20 : -10)
                .history();

        TotalForecast total = TotalForecast.of(List.of(of(one), of(opposite)));

        assertThat(of(one).expected().orElseThrow().margin()).isPositive();
        assertThat(total.margin()).isZero();
        assertThat(total.forecast()).isZero();
    }

    private static TestCosts costs() {
        return new TestCosts();
    }

    private static TestCosts flat() {
        return costs().days(EC2, "2026-09-01", "2026-11-10", day -> 10);
    }

    private static SeriesForecast of(CostHistory history) {
        return NOVEMBER.inRetrospect(history);
    }

    /** Forecast, low and high. */
    private static String forecast(TestCosts costs) {
        SeriesForecast forecast = of(costs.history());
        return forecast.forecast().orElseThrow().setScale(6) + " "
                + forecast.low().orElseThrow().setScale(6) + " "
                + forecast.high().orElseThrow().setScale(6);
    }
}
