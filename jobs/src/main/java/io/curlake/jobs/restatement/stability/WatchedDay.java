package io.curlake.jobs.restatement.stability;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A usage day whose cost could have moved unseen before, and not since.
 *
 * @param cost unblended, in the newest delivery
 * @param since the day on which its period was first loaded
 */
public record WatchedDay(String currency, LocalDate day, BigDecimal cost, LocalDate since) {
    /** Whether anybody would have noticed a movement when the day was that old. */
    boolean wasWatchedAt(int age, LocalDate today) {
        LocalDate then = day.plusDays(age);
        return !then.isBefore(since) && !then.isAfter(today);
    }

    int age(LocalDate today) {
        return Math.toIntExact(ChronoUnit.DAYS.between(day, today));
    }
}
