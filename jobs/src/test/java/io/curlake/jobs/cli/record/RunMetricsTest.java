package io.curlake.jobs.cli.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.run.record.SourceState;
import io.curlake.jobs.run.record.SourceState.Balance;
import io.curlake.model.BillingPeriod;
import io.curlake.model.ExitCode;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunMetricsTest {
    private static final Instant ENDED = Instant.parse("2026-11-02T03:04:05Z");

    @Test
    void aRunAndItsSourcesAreGaugesWithHelpTypeAndUnits() throws IOException {
        SourceState acme = new SourceState(
                "acme",
                BillingPeriod.parse("2026-10"),
                Instant.parse("2026-11-02T03:00:00.500Z"),
                Map.of("delivered", 3L),
                Balance.BALANCED);

        assertThat(text(new RunMetrics("load", ExitCode.DONE, ENDED, 12.25, List.of(acme))))
                .isEqualTo("""
                        # HELP curlake_run_duration_seconds How long the last run of the verb took.
                        # TYPE curlake_run_duration_seconds gauge
                        curlake_run_duration_seconds{verb="load"} 12.25
                        # HELP curlake_run_exit_code The exit code of the last run of the verb.
                        # TYPE curlake_run_exit_code gauge
                        curlake_run_exit_code{verb="load"} 0.0
                        # HELP curlake_run_success Whether the last run of the verb exited with 0.
                        # TYPE curlake_run_success gauge
                        curlake_run_success{verb="load"} 1.0
                        # HELP curlake_run_timestamp_seconds When the last run of the verb ended.
                        # TYPE curlake_run_timestamp_seconds gauge
                        curlake_run_timestamp_seconds{verb="load"} 1.793588645E9
                        # HELP curlake_source_balanced Whether the ledger of the newest loaded billing period balances.
                        # TYPE curlake_source_balanced gauge
                        curlake_source_balanced{source="acme"} 1.0
                        # HELP curlake_source_newest_billing_period_timestamp_seconds When the newest loaded billing period begins.
                        # TYPE curlake_source_newest_billing_period_timestamp_seconds gauge
                        curlake_source_newest_billing_period_timestamp_seconds{source="acme"} 1.7908128E9
                        # HELP curlake_source_newest_delivery_timestamp_seconds When the newest delivery was loaded.
                        # TYPE curlake_source_newest_delivery_timestamp_seconds gauge
                        curlake_source_newest_delivery_timestamp_seconds{source="acme"} 1.7935884005E9
                        # HELP curlake_source_rows Line items of the newest loaded billing period, by side of the ledger.
                        # TYPE curlake_source_rows gauge
                        curlake_source_rows{side="delivered",source="acme"} 3.0
                        """);
    }

    @Test
    void aRefusedRunIsNoSuccessAndSaysWhy() throws IOException {
        assertThat(text(new RunMetrics("accounts \"x\"\\\n", ExitCode.LOCKED, ENDED, 0, List.of())))
                .contains("curlake_run_success{verb=\"accounts \\\"x\\\"\\\\\\n\"} 0.0\n")
                .contains("curlake_run_exit_code{verb=\"accounts \\\"x\\\"\\\\\\n\"} 7.0\n")
                .doesNotContain("curlake_source");
    }

    private static String text(RunMetrics metrics) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        PrometheusTextFormatWriter.create().write(text, metrics.snapshots());
        return text.toString(StandardCharsets.UTF_8);
    }
}
