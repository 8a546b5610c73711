package io.curlake.jobs.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.TestSpark;
import io.curlake.jobs.run.LoadSummary;
import io.curlake.jobs.run.PeriodResult;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.table.Partition;
import io.curlake.model.BillingPeriod;
import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import io.curlake.model.config.ConfigFile;
import io.curlake.model.config.CurlakeConfig;
import io.curlake.model.config.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MessengerTest {
    private static final Instant TWO_AT_NIGHT = Instant.parse("2026-11-23T02:00:00.123Z");

    @TempDir
    Path folder;

    @Test
    void aLoadThatWentWellTellsNobody() throws IOException {
        try (TestReceiver receiver = new TestReceiver()) {
            assertThat(messenger(receiver, TWO_AT_NIGHT).after(summary())).isEmpty();

            assertThat(receiver.alerts()).isEmpty();
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void withoutAWebhookNobodyIsTold() {
        Messenger messenger = new Messenger(warehouse("", TWO_AT_NIGHT), "load");

        assertThat(messenger.after(summary(refused("2026-10", "Cannot load.")))).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void theSameNewsIsToldOnceADay() throws IOException {
        try (TestReceiver receiver = new TestReceiver()) {
            LoadSummary first = summary(refused("2026-10", "Cannot load: attempt 1 failed after 3 s."));
            LoadSummary second = summary(
                    refused("2026-10", "Cannot load: attempt 2 failed after 47 s."),
                    refused("2026-09", "Cannot load: attempt 1 failed after 3 s."));

            assertThat(messenger(receiver, TWO_AT_NIGHT).after(first))
                    .hasValue("alert delivered to localhost: 1 event");
            assertThat(messenger(receiver, TWO_AT_NIGHT.plus(Duration.ofHours(21)))
                            .after(second))
                    .hasValue("alert delivered to localhost: 1 event");
            assertThat(messenger(receiver, TWO_AT_NIGHT.plus(Duration.ofHours(21)))
                            .after(second))
                    .isEmpty();
            assertThat(messenger(receiver, TWO_AT_NIGHT.plus(Duration.ofHours(22)))
                            .after(second))
                    .hasValue("alert delivered to localhost: 2 events");

            assertThat(receiver.alerts())
                    .extracting(alert -> alert.path("events").findValuesAsText("billing_period"))
                    .containsExactly(List.of("2026-10"), List.of("2026-09"), List.of("2026-10", "2026-09"));
            assertThat(receiver.alerts().get(0).path("at").asText()).isEqualTo("2026-11-23T02:00:00Z");
            assertThat(Files.readAllLines(folder.resolve("_alerts/told")))
                    .hasSize(3)
                    .startsWith("2026-11-24");
        }
    }

    @Test
    void anotherReasonIsOtherNews() throws IOException {
        try (TestReceiver receiver = new TestReceiver()) {
            messenger(receiver, TWO_AT_NIGHT).after(summary(refused("2026-10", "Cannot load: no manifest.")));
            messenger(receiver, TWO_AT_NIGHT).after(summary(refused("2026-10", "Cannot load: 3 rows are bad.")));

            assertThat(receiver.alerts()).hasSize(2);
        }
    }

    @Test
    void whatWasNotDeliveredIsToldTheNextTime() throws IOException {
        try (TestReceiver receiver = new TestReceiver(404)) {
            Refusal locked = new Refusal(ExitCode.LOCKED, "Cannot load: another run holds the lock.");

            assertThat(messenger(receiver, TWO_AT_NIGHT).after(locked))
                    .hasValue("! alert not delivered: localhost answered 404");
            assertThat(messenger(receiver, TWO_AT_NIGHT).after(locked))
                    .hasValue("alert delivered to localhost: 1 event");
        }
    }

    @Test
    void aWarehouseThatCannotBeWrittenKeepsNobodyFromBeingTold() throws IOException {
        Files.writeString(folder.resolve("_alerts"), "a file where a folder should be");
        try (TestReceiver receiver = new TestReceiver()) {
            assertThat(messenger(receiver, TWO_AT_NIGHT).after(summary(refused("2026-10", "Cannot load."))))
                    .hasValue(
                            "alert delivered to localhost: 1 event. It could not be noted in the warehouse, so that the "
                                    + "next run may tell it again");
        }
    }

    private Messenger messenger(TestReceiver receiver, Instant now) {
        Timing timing = new Timing(Duration.ofSeconds(5), Duration.ofSeconds(5), List.of(Duration.ofMillis(1)));
        Webhook webhook = new Webhook(new Secret(receiver.address()), Optional.empty(), timing);
        return new Messenger(warehouse("", now), "load", Optional.of(webhook));
    }

    private Warehouse warehouse(String more, Instant now) {
        CurlakeConfig config = ConfigFile.parse("curlake.yaml", """
                warehouse: %s
                sources:
                  - name: acme
                    payer: "111122223333"
                    export: {name: acme-cur2, bucket: acme-billing, format: cur2-parquet}
                %s
                """.formatted(folder, more), name -> "");
        // Where it is the 24th already; days are UTC.
        return Warehouse.open(TestSpark.session(), config, Clock.fixed(now, ZoneId.of("Asia/Tokyo")));
    }

    private static LoadSummary summary(PeriodResult... periods) {
        return new LoadSummary(List.of(periods), List.of(), 1);
    }

    private static PeriodResult refused(String period, String message) {
        return PeriodResult.refused(
                new Partition("acme", BillingPeriod.parse(period)),
                "cur2-parquet",
                ExitCode.DELIVERY_UNREADABLE,
                message,
                1);
    }
}
