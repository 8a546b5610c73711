package io.curlake.provisioning.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.curlake.model.BillingPeriod;
import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import io.curlake.provisioning.delivery.DeliveredPeriod;
import io.curlake.provisioning.plan.Pause;
import io.curlake.provisioning.status.DeliveryWait.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class DeliveryWaitTest {
    private static final Instant START = Instant.parse("2026-11-23T00:00:00Z");

    private final List<Duration> pauses = new ArrayList<>();
    private Instant now = START;

    @Test
    void aCompleteDeliveryIsSeenAtOnce() {
        Outcome outcome = waitFor(() -> List.of(delivered("2026-11", START, List.of())), Duration.ofHours(1));

        assertThat(pauses).isEmpty();
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(WaitReport.of("acme", outcome)).isEqualTo("acme: the delivery of 2026-11 is complete after 0 s.");
        assertThat(WaitReport.json("acme", outcome))
                .isEqualTo("{\"verb\":\"export wait\",\"source\":\"acme\",\"exit_code\":0,\"complete\":true,"
                        + "\"seconds\":0,\"billing_period\":\"2026-11\",\"delivery\":\"e1\"}");
    }

    @Test
    void pausesGrowUntilTheDeliveryIsThere() {
        Outcome outcome = waitFor(
                () -> now.isBefore(START.plusSeconds(100))
                        ? List.of()
                        : List.of(delivered("2026-11", START, List.of())),
                Duration.ofHours(1));

        assertThat(pauses).containsExactly(Duration.ofSeconds(15), Duration.ofSeconds(30), Duration.ofSeconds(60));
        assertThat(outcome.waited()).isEqualTo(Duration.ofSeconds(105));
    }

    @Test
    void aWaitEndsAtItsTimeoutWithALastLook() {
        Outcome outcome = waitFor(List::of, Duration.ofMinutes(40));

        assertThat(pauses)
                .containsExactly(
                        Duration.ofSeconds(15),
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(120),
                        Duration.ofSeconds(240),
                        Duration.ofSeconds(480),
                        Duration.ofSeconds(600),
                        Duration.ofSeconds(600),
                        Duration.ofSeconds(255));
        assertThat(outcome).isEqualTo(new Outcome(Optional.empty(), Duration.ofMinutes(40)));
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.NOTHING_DELIVERED);
        assertThat(WaitReport.of("acme", outcome))
                .isEqualTo("acme: nothing delivered after 2400 s. A new export delivers within 24 hours; run 'curlake "
                        + "export status'.");
    }

    @Test
    void anOlderCompleteDeliveryDoesNotMakeATornNewOneComplete() {
        Outcome outcome = waitFor(
                () -> List.of(
                        delivered("2026-11", START.minusSeconds(60), List.of()),
                        delivered("2026-10", START, List.of("a.parquet"))),
                Duration.ZERO);

        assertThat(outcome.isComplete()).isFalse();
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.NOTHING_DELIVERED);
        assertThat(WaitReport.of("acme", outcome))
                .isEqualTo("acme: the delivery of 2026-10 is not complete after 0 s.");
    }

    @Test
    void anInterruptedWaitSaysSo() {
        DeliveryWait wait = new DeliveryWait(List::of, clock(), Pause::real);
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> wait.until(Duration.ofHours(1))).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.exitCode()).isEqualTo(ExitCode.INTERRUPTED);
            assertThat(refusal).hasMessage("Cannot go on: interrupted. Every step is safe to repeat; run again.");
        });
        assertThat(Thread.interrupted()).isTrue();
    }

    private Outcome waitFor(Supplier<List<DeliveredPeriod>> periods, Duration timeout) {
        return new DeliveryWait(periods, clock(), pause -> {
                    pauses.add(pause);
                    now = now.plus(pause);
                })
                .until(timeout);
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }

    private static DeliveredPeriod delivered(String period, Instant at, List<String> missing) {
        return new DeliveredPeriod(BillingPeriod.parse(period), at, 1, "e1", 1, missing, Optional.empty());
    }
}
