package io.curlake.jobs.storage.lock;

import io.curlake.jobs.storage.lock.LockChain.Generation;
import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** What a run says about the warehouse lock. */
final class LockMessages {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private LockMessages() {}

    static Refusal held(String warehouse, Generation holder, Instant now) {
        return new Refusal(
                ExitCode.LOCKED,
                "Cannot write to " + warehouse + ": another run holds its lock: " + holder.owner() + ", since "
                        + MINUTE.format(holder.since()) + " (" + ago(Duration.between(holder.since(), now))
                        + "). Wait for it to end; a lock whose owner died is taken over at "
                        + TIME.format(holder.expires()) + ".");
    }

    static Refusal lost(String warehouse, Optional<Generation> holder) {
        return new Refusal(
                ExitCode.LOCKED,
                "Cannot go on writing to " + warehouse + ": this run gave no sign of life for too long, and "
                        + holder.map(h -> h.owner().toString()).orElse("another run")
                        + " took its lock over. Nothing was published; run it again.");
    }

    static String takenOver(Generation dead) {
        return "Took over the lock of " + dead.owner() + ": "
                + (dead.owner().isGoneFromHere()
                        ? "the process no longer runs."
                        : "no sign of life, and it expired at " + MINUTE.format(dead.expires()) + ".");
    }

    private static String ago(Duration age) {
        if (age.toMinutes() < 1) {
            return "less than a minute ago";
        }
        return age.toHours() < 1 ? count(age.toMinutes(), "minute") : count(age.toHours(), "hour");
    }

    private static String count(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s") + " ago";
    }
}
