package io.curlake.jobs.insight.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.curlake.jobs.insight.series.WeeklyPattern.Basis;
import java.time.LocalDate;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Day 0 is Monday, 2026-08-31; the pattern is of ten weeks, but for those tests that say otherwise. */
class WeeklyPatternTest {
    private static final LocalDate FIRST = LocalDate.parse("2026-08-31");
    private static final int TEN_WEEKS = 70;

    @Test
    void aFlatSeriesGoesOnFlat() {
        WeeklyPattern pattern = of(day -> 10, TEN_WEEKS);

        assertThat(pattern.basis()).isEqualTo(Basis.WEEKDAYS);
        assertThat(pattern.expectedSum(30)).isEqualTo(300);
        assertThat(pattern.spread()).isZero();
    }

    @Test
    void weekendsAreExpectedToBeWeekends() {
        WeeklyPattern pattern = of(day -> day % 7 < 5 ? 10 : 4, TEN_WEEKS);

        assertThat(pattern.expected(5)).isEqualTo(10);
        assertThat(pattern.expected(6)).isEqualTo(4);
        assertThat(pattern.expected(7)).isEqualTo(4);
        assertThat(pattern.expected(8)).isEqualTo(10);
        assertThat(pattern.expectedSum(14)).isEqualTo(2 * (5 * 10 + 2 * 4));
    }

    @Test
    void aTrendGoesOn() {
        WeeklyPattern pattern = of(day -> 100 + 2 * day + (day % 7 < 5 ? 0 : -30), TEN_WEEKS);

        assertThat(pattern.basis()).isEqualTo(Basis.WEEKDAYS_AND_TREND);
        assertThat(pattern.expected(1)).isEqualTo(240, within(1e-9));
        assertThat(pattern.expected(6)).isEqualTo(220, within(1e-9));
    }

    @Test
    void aSpikeIsNoPattern() {
        WeeklyPattern pattern = of(day -> day == 66 ? 5000 : 10, TEN_WEEKS);

        assertThat(pattern.expectedSum(30)).isEqualTo(300);
    }

    @Test
    void aLastingChangeIsFollowedAfterEightDaysAndIsNoTrend() {
        WeeklyPattern pattern = of(day -> day < 62 ? 10 : 25, TEN_WEEKS);
        WeeklyPattern earlier = of(day -> day < 64 ? 10 : 25, TEN_WEEKS);

        assertThat(pattern.basis()).isEqualTo(Basis.WEEKDAYS);
        assertThat(pattern.expectedSum(10)).isEqualTo(250);
        assertThat(earlier.expectedSum(10)).isEqualTo(100);
    }

    @Test
    void ofOneWeekOnlyTheLevelIsKnown() {
        WeeklyPattern pattern = of(day -> day < 5 ? 10 : 4, 7);

        assertThat(pattern.basis()).isEqualTo(Basis.LEVEL);
        assertThat(pattern.expected(6)).isEqualTo(10);
    }

    @Test
    void threeDaysAreNotEnough() {
        assertThat(WeeklyPattern.of(series(day -> 10, 3), FIRST.plusDays(2))).isEmpty();
    }

    @Test
    void whatCostNothingForAWeekHasEnded() {
        WeeklyPattern pattern = of(day -> day < 63 ? 10 + day : 0, TEN_WEEKS);

        assertThat(pattern.basis()).isEqualTo(Basis.SILENT);
        assertThat(pattern.expectedSum(30)).isZero();
    }

    @Test
    void noDayIsExpectedToCostLessThanNothing() {
        WeeklyPattern pattern = of(day -> 70 - day, TEN_WEEKS);

        assertThat(pattern.expectedSum(30)).isZero();
    }

    @Test
    void discountsMayBeBelowZero() {
        assertThat(of(day -> -5, TEN_WEEKS).expectedSum(10)).isEqualTo(-50);
    }

    private static WeeklyPattern of(IntToDoubleFunction cost, int days) {
        return WeeklyPattern.of(series(cost, days), FIRST.plusDays(days - 1)).orElseThrow();
    }

    private static DailySeries series(IntToDoubleFunction cost, int days) {
        return new TestCosts()
                .days(TestCosts.EC2, FIRST.toString(), FIRST.plusDays(days - 1).toString(), cost)
                .history()
                .regular();
    }
}
