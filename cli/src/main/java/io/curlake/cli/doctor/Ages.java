package io.curlake.cli.doctor;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** How long ago something was, in words. */
final class Ages {
    private static final int DAYS_FROM = 48;

    private Ages() {}

    /** {@code 2026-11-02T13:14:43Z, 3 hours ago}. */
    static String since(Instant then, Instant now) {
        return then.truncatedTo(ChronoUnit.SECONDS) + ", " + ago(Duration.between(then, now));
    }

    private static String ago(Duration age) {
        if (age.toMinutes() < 1) {
            return "less than a minute ago";
        }
        if (age.toHours() < 1) {
            return count(age.toMinutes(), "minute");
        }
        return age.toHours() < DAYS_FROM ? count(age.toHours(), "hour") : count(age.toDays(), "day");
    }

    private static String count(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s") + " ago";
    }
}
