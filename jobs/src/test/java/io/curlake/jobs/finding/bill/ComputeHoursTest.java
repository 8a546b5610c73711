package io.curlake.jobs.finding.bill;

import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.finding.bill.ComputeHours.Interval;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComputeHoursTest {
    private static final Instant MIDNIGHT = Instant.parse("2026-10-01T00:00:00Z");

    @Test
    void theLevelIsWhatNearlyEveryHourCosts() {
        List<Interval> bill = new ArrayList<>();
        for (int hour = 0; hour < 100; hour++) {
            bill.add(cost(hour, hour < 5 ? "0" : hour < 50 ? "2" : "9"));
        }

        ComputeHours hours = ComputeHours.of(bill);

        assertThat(hours.hours()).isEqualTo(100);
        assertThat(hours.level("USD", 5)).isEqualByComparingTo("2");
        assertThat(hours.level("USD", 4)).isEqualByComparingTo("0");
    }

    @Test
    void severalCostsOfAnHourAreAddedUp() {
        ComputeHours hours = ComputeHours.of(List.of(cost(0, "1.000000000000000001"), cost(0, "2")));

        assertThat(hours.level("USD", 5)).isEqualByComparingTo("3.000000000000000001");
    }

    @Test
    void anHourWithOtherLineItemsOnlyCostsNothing() {
        ComputeHours hours = ComputeHours.of(List.of(cost(0, "1"), cost(1, "0")));

        assertThat(hours.level("USD", 5)).isEqualByComparingTo("0");
    }

    @Test
    void anHourThatTheBillDoesNotKnowIsNotCounted() {
        ComputeHours hours = ComputeHours.of(List.of(cost(0, "1"), cost(47, "1")));

        assertThat(hours.hours()).isEqualTo(2);
        assertThat(hours.days()).isEqualTo(2);
        assertThat(hours.level("USD", 5)).isEqualByComparingTo("1");
    }

    @Test
    void aDayIsSpreadOverItsHours() {
        ComputeHours hours = ComputeHours.of(
                List.of(new Interval(MIDNIGHT, MIDNIGHT.plus(Duration.ofDays(1)), "USD", new BigDecimal("48"))));

        assertThat(hours.hours()).isEqualTo(24);
        assertThat(hours.level("USD", 5)).isEqualByComparingTo("2");
    }

    @Test
    void aMonthSaysNothingOfItsHours() {
        ComputeHours hours = ComputeHours.of(
                List.of(new Interval(MIDNIGHT, MIDNIGHT.plus(Duration.ofDays(31)), "USD", new BigDecimal("744"))));

        assertThat(hours.currencies()).isEmpty();
        assertThat(hours.days()).isZero();
        assertThat(hours.level("USD", 5)).isEqualByComparingTo("0");
    }

    @Test
    void currenciesAreNotAdded() {
        ComputeHours hours = ComputeHours.of(List.of(
                cost(0, "1"), new Interval(MIDNIGHT, MIDNIGHT.plus(Duration.ofHours(1)), "EUR", BigDecimal.TEN)));

        assertThat(hours.currencies()).containsExactly("EUR", "USD");
        assertThat(hours.level("USD", 5)).isEqualByComparingTo("1");
        assertThat(hours.level("EUR", 5)).isEqualByComparingTo("10");
    }

    private static Interval cost(int hour, String cost) {
        Instant start = MIDNIGHT.plus(Duration.ofHours(hour));
        return new Interval(start, start.plus(Duration.ofHours(1)), "USD", new BigDecimal(cost));
    }
}
