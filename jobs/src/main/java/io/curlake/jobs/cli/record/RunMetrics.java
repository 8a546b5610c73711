package io.curlake.jobs.cli.record;

import io.curlake.jobs.run.record.SourceState;
import io.curlake.jobs.run.record.SourceState.Balance;
import io.curlake.model.ExitCode;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Instant;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The metrics of a run, and of the sources after it. Times are points in time, not ages: an age in a file grows old
 * unnoticed, {@code time() - x} does not.
 */
record RunMetrics(String verb, ExitCode exitCode, Instant ended, double seconds, List<SourceState> sources) {
    MetricSnapshots snapshots() {
        MetricSnapshots.Builder all = MetricSnapshots.builder()
                .metricSnapshot(run(
                        "success",
                        "Whether the last run of the verb exited with 0.",
                        exitCode == ExitCode.DONE ? 1 : 0))
                .metricSnapshot(run("exit_code", "The exit code of the last run of the verb.", exitCode.code()))
                .metricSnapshot(run("timestamp_seconds", "When the last run of the verb ended.", seconds(ended)))
                .metricSnapshot(run("duration_seconds", "How long the last run of the verb took.", seconds));
        if (!sources.isEmpty()) {
            all.metricSnapshot(ofSources(
                            "newest_billing_period_timestamp_seconds",
                            "When the newest loaded billing period begins.",
                            state -> seconds(state.newest().start())))
                    .metricSnapshot(ofSources(
                            "newest_delivery_timestamp_seconds",
                            "When the newest delivery was loaded.",
                            state -> seconds(state.loadedAt())))
                    .metricSnapshot(ofSources(
                            "balanced",
                            "Whether the ledger of the newest loaded billing period balances.",
                            state -> state.balance() == Balance.BALANCED ? 1 : 0))
                    .metricSnapshot(rows());
        }
        return all.build();
    }

    private GaugeSnapshot run(String name, String help, double value) {
        return gauge("run_" + name, help)
                .dataPoint(point(Labels.of("verb", verb), value))
                .build();
    }

    private GaugeSnapshot ofSources(String name, String help, ToDoubleFunction<SourceState> value) {
        GaugeSnapshot.Builder gauge = gauge("source_" + name, help);
        sources.forEach(
                state -> gauge.dataPoint(point(Labels.of("source", state.source()), value.applyAsDouble(state))));
        return gauge.build();
    }

    private GaugeSnapshot rows() {
        GaugeSnapshot.Builder gauge =
                gauge("source_rows", "Line items of the newest loaded billing period, by side of the ledger.");
        for (SourceState state : sources) {
            state.rows()
                    .forEach((side, rows) -> gauge.dataPoint(
                            point(Labels.of("source", state.source(), "side", side), rows.doubleValue())));
        }
        return gauge.build();
    }

    private static GaugeSnapshot.Builder gauge(String name, String help) {
        return GaugeSnapshot.builder().name("curlake_" + name).help(help);
    }

    private static GaugeDataPointSnapshot point(Labels labels, double value) {
        return GaugeDataPointSnapshot.builder().labels(labels).value(value).build();
    }

    private static double seconds(Instant time) {
        return time.toEpochMilli() / 1e3;
    }
}
