package io.curlake.provisioning.status;

import io.curlake.model.ExitCode;
import io.curlake.provisioning.delivery.DeliveredPeriod;
import io.curlake.provisioning.plan.Pause;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Waits until the newest delivery of an export is complete. */
public final class DeliveryWait {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(15);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private final Supplier<List<DeliveredPeriod>> periods;
    private final Clock clock;
    private final Pause pause;

    /** @param periods asks anew each time, like {@link StatusReader#periods} */
    public DeliveryWait(Supplier<List<DeliveredPeriod>> periods, Clock clock, Pause pause) {
        this.periods = periods;
        this.clock = clock;
        this.pause = pause;
    }

    /**
     * How a wait ended.
     *
     * @param newest the newest delivery, complete or not; empty where there is none
     */
    public record Outcome(Optional<DeliveredPeriod> newest, Duration waited) {
        public boolean isComplete() {
            return newest.map(DeliveredPeriod::isComplete).orElse(false);
        }

        public ExitCode exitCode() {
            return isComplete() ? ExitCode.DONE : ExitCode.NOTHING_DELIVERED;
        }
    }

    /** Looks at once, then with longer and longer pauses, and a last time when the timeout is over. */
    public Outcome until(Duration timeout) {
        Instant start = clock.instant();
        Duration next = FIRST_PAUSE;
        while (true) {
            Outcome outcome = new Outcome(newest(), Duration.between(start, clock.instant()));
            Duration left = timeout.minus(outcome.waited());
            if (outcome.isComplete() || left.isZero() || left.isNegative()) {
                return outcome;
            }
            pause.of(next.compareTo(left) < 0 ? next : left);
            next = next.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? next.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    private Optional<DeliveredPeriod> newest() {
        return periods.get().stream().max(Comparator.comparing(DeliveredPeriod::delivered));
    }
}
