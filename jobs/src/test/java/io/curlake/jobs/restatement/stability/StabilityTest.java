package io.curlake.jobs.restatement.stability;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StabilityTest {
    private static final LocalDate FIRST = LocalDate.parse("2026-10-01");
    private static final LocalDate TODAY = LocalDate.parse("2026-10-10");

    /** Ten days of 100 USD, watched from the first on. */
    private static final List<WatchedDay> DAYS = IntStream.range(0, 10)
            .mapToObj(i -> day(FIRST.plusDays(i), "100", FIRST))
            .toList();

    @Test
    void aDayCountsAtEveryAgeThatItReachedWhetherItMovedOrNot() {
        Stability stability = only(List.of(movement(1, "9", "3")), DAYS);

        assertThat(stability.ages()).hasSize(10);
        assertThat(stability.ages().get(0)).satisfies(age -> {
            assertThat(age.days()).isEqualTo(10);
            assertThat(age.share()).isZero();
        });
        assertThat(stability.ages().get(1)).satisfies(age -> {
            assertThat(age.days()).isEqualTo(9);
            assertThat(age.cost()).isEqualByComparingTo("900");
            assertThat(age.share()).isEqualByComparingTo("0.01");
            assertThat(age.movement().net()).isEqualByComparingTo("3");
        });
    }

    @Test
    void aDayThatWasLoadedLateWasNotWatchedWhileItWasYoung() {
        Stability stability =
                only(List.of(), List.of(day(FIRST, "100", FIRST.plusDays(7)), day(FIRST.plusDays(8), "100", FIRST)));

        assertThat(stability.ages().stream().map(age -> age.movement().age() + ": " + age.days()))
                .containsExactly("0: 1", "1: 1", "7: 1", "8: 1", "9: 1");
    }

    @Test
    void aDayStandsStillOnceAllThatMovesLaterIsNoMoreThanAThousandth() {
        assertThat(only(List.of(movement(1, "9", "9"), movement(2, "0.8", "0.8")), DAYS)
                        .stillAfter())
                .hasValue(2);
        assertThat(only(List.of(movement(2, "0.8", "0"), movement(5, "0.05", "0")), DAYS)
                        .stillAfter())
                .as("800 and 500 watched: 0.1% and 0.01%")
                .hasValue(3);
        assertThat(only(List.of(), DAYS).stillAfter()).hasValue(0);
        assertThat(only(List.of(movement(9, "5", "5")), DAYS).stillAfter()).isEmpty();
    }

    @Test
    void theLineSaysSinceWhenOrThatNobodyKnows() {
        Stability still = only(List.of(movement(1, "9", "9")), DAYS);
        Stability moving = only(List.of(movement(9, "5", "5")), DAYS);

        assertThat(new StabilityFindings(2, List.of()).line())
                .isEqualTo("stability: not known yet, after 2 of at least 3 restatements");
        assertThat(new StabilityFindings(3, List.of(still)).line())
                .isEqualTo("stability: 99.9% of a day's cost in USD stood still from day 2 on (watched up to day 9)");
        assertThat(new StabilityFindings(3, List.of(moving)).line())
                .isEqualTo("stability: USD costs still moved on day 9, the oldest that was watched");
    }

    private static Stability only(List<Movement> movements, List<WatchedDay> days) {
        List<Stability> all = Stability.of(movements, days, TODAY);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private static Movement movement(int age, String gross, String net) {
        return new Movement("USD", age, new BigDecimal(gross), new BigDecimal(net));
    }

    private static WatchedDay day(LocalDate day, String cost, LocalDate since) {
        return new WatchedDay("USD", day, new BigDecimal(cost), since);
    }
}
