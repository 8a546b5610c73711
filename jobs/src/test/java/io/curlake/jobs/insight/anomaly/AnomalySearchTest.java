package io.curlake.jobs.insight.anomaly;

import static io.curlake.jobs.insight.series.TestCosts.EC2;
import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.insight.series.SeriesKey;
import io.curlake.jobs.insight.series.TestCosts;
import io.curlake.model.config.AnomalyConfig;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/** October 2026 is searched; costs begin on 2026-08-01, which is day 0, so that October begins on day 61. */
class AnomalySearchTest {
    private static final LocalDate OCTOBER = LocalDate.parse("2026-10-01");

    @Test
    void evenDaysAreNotUnusual() {
        assertThat(search(costs(day -> day % 7 < 5 ? 100 : 40))).isEmpty();
    }

    @Test
    void aSpikeIsOneDay() {
        List<Anomaly> anomalies = search(costs(day -> day == 70 ? 180 : 100));

        assertThat(anomalies)
                .containsExactly(new Anomaly(
                        EC2,
                        LocalDate.parse("2026-10-10"),
                        Anomaly.Kind.MORE,
                        LocalDate.parse("2026-10-10"),
                        new BigDecimal("100.000000"),
                        new BigDecimal("180.0"),
                        Optional.of(new BigDecimal("40.000000"))));
    }

    @Test
    void aWeekendLikeAWeekdayIsUnusualAndAQuietWeekdayToo() {
        // Day 2 was a Monday.
        assertThat(words(search(costs(day -> day == 70 || (isWorkday(day) && day != 74) ? 100 : 40))))
                .containsExactly(
                        "2026-10-10 MORE since 2026-10-10: 100.0 for 40.000000",
                        "2026-10-14 LESS since 2026-10-14: 40.0 for 100.000000");
    }

    @Test
    void aTrendIsNotUnusual() {
        assertThat(search(costs(day -> 100 + 5 * day))).isEmpty();
    }

    @Test
    void aLastingChangeIsUnusualUntilItIsTheLevel() {
        List<Anomaly> anomalies = search(costs(day -> day < 70 ? 100 : 180));

        assertThat(anomalies).hasSize(8).allMatch(anomaly -> anomaly.since().equals(LocalDate.parse("2026-10-10")));
        assertThat(anomalies.get(7).day()).isEqualTo("2026-10-17");
    }

    @Test
    void aNewServiceIsNewOnceAndThenTooYoungToBeJudged() {
        TestCosts costs = new TestCosts()
                .days(EC2, "2026-10-05", "2026-10-31", day -> day == 5 ? 900 : 50)
                .days(service("AmazonS3"), "2026-08-01", "2026-10-31", day -> 1);

        assertThat(words(search(costs))).containsExactly("2026-10-05 NEW since 2026-10-05: 50.0 for 0");
    }

    @Test
    void ofASourceThatIsNewItselfNothingIsNew() {
        assertThat(search(new TestCosts().days(EC2, "2026-10-05", "2026-10-07", day -> 50)))
                .isEmpty();
    }

    @Test
    void oneOffChargesAreNotJudged() {
        assertThat(search(costs(day -> 100).oneOff(EC2, "2026-10-10", "5000"))).isEmpty();
    }

    @Test
    void lessThanTheMinimumIsNotWorthALook() {
        assertThat(search(costs(day -> day == 70 ? 10.9 : 1))).isEmpty();
        assertThat(search(costs(day -> day == 70 ? 11 : 1))).hasSize(1);
    }

    @Test
    void whatWaversMayWaver() {
        Random random = new Random(11);
        TestCosts costs = new TestCosts();
        for (int i = 0; i < 50; i++) {
            costs.days(service("Service" + i), "2026-08-01", "2026-10-31", day -> 1000 + 100 * random.nextGaussian());
        }

        assertThat(search(costs)).as("of 1550 days").hasSizeLessThan(3);
    }

    @Test
    void whatRestsInBetweenIsComparedWithItsDearestDay() {
        assertThat(search(costs(day -> day % 20 == 0 ? 300 : 0))).isEmpty();
        assertThat(words(search(costs(day -> day == 80 ? 900 : day % 20 == 0 ? 300 : 0))))
                .hasSize(1);
    }

    @Test
    void whatADeliveryChangedLaterIsARestatementAndNoAnomaly() {
        List<Anomaly> candidates = candidates(costs(day -> day == 70 || day == 71 ? 180 : 100));
        SeriesDay tenth = new SeriesDay(EC2, LocalDate.parse("2026-10-10"));

        assertThat(words(AnomalySearch.withoutRestated(candidates, Map.of(tenth, new BigDecimal("40")))))
                .containsExactly("2026-10-11 MORE since 2026-10-11: 180.0 for 100.000000");
        assertThat(AnomalySearch.withoutRestated(candidates, Map.of(tenth, new BigDecimal("39.99"))))
                .hasSize(2);
        assertThat(AnomalySearch.withoutRestated(candidates, Map.of(tenth, new BigDecimal("-80"))))
                .hasSize(2);
    }

    @Test
    void contributionsAreWhatChangedMostSinceAWeekBefore() {
        List<Contribution> largest = Contribution.largest(List.of(
                part("a", Contribution.When.THAT_DAY, "100"),
                part("a", Contribution.When.A_WEEK_BEFORE, "99"),
                part("b", Contribution.When.THAT_DAY, "50"),
                part("c", Contribution.When.A_WEEK_BEFORE, "20"),
                part("d", Contribution.When.THAT_DAY, "2")));

        assertThat(largest)
                .containsExactly(
                        new Contribution("b", new BigDecimal("50"), new BigDecimal("50")),
                        new Contribution("c", new BigDecimal("0"), new BigDecimal("-20")),
                        new Contribution("d", new BigDecimal("2"), new BigDecimal("2")));
    }

    private static Contribution.Part part(String name, Contribution.When when, String cost) {
        return new Contribution.Part(name, when, new BigDecimal(cost));
    }

    private static boolean isWorkday(int day) {
        return (day + 5) % 7 < 5;
    }

    private static SeriesKey service(String code) {
        return new SeriesKey("000000000042", code, "USD");
    }

    private static TestCosts costs(IntToDoubleFunction cost) {
        return new TestCosts().days(EC2, "2026-08-01", "2026-10-31", cost);
    }

    private static List<Anomaly> search(TestCosts costs) {
        return AnomalySearch.withoutRestated(candidates(costs), Map.of());
    }

    private static List<Anomaly> candidates(TestCosts costs) {
        return new AnomalySearch(AnomalyConfig.DEFAULT, OCTOBER, LocalDate.parse("2026-10-31"))
                .candidates(costs.source("2026-11-05"));
    }

    private static List<String> words(List<Anomaly> anomalies) {
        return anomalies.stream()
                .map(one -> one.day() + " " + one.kind() + " since " + one.since() + ": " + one.actual() + " for "
                        + one.expected())
                .toList();
    }
}
