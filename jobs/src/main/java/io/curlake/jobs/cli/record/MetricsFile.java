package io.curlake.jobs.cli.record;

import io.curlake.jobs.run.Failures;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.run.record.SourceState;
import io.curlake.model.ExitCode;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;

/** The file that node_exporter's textfile collector reads. What goes wrong with it is said, and no failure of the verb. */
final class MetricsFile {
    private final Path file;
    private final String verb;
    private final PrintWriter err;
    private final long start = System.nanoTime();
    private List<SourceState> sources = List.of();

    MetricsFile(Path file, String verb, PrintWriter err) {
        this.file = file;
        this.verb = verb;
        this.err = err;
    }

    /** Learns how the sources stand, after the verb. */
    void look(Warehouse warehouse) {
        try {
            sources = SourceState.all(warehouse);
        } catch (Exception e) {
            err.println(
                    Failures.of(e, "read the state of the sources for " + file).getMessage());
        }
    }

    /** Replaces the file at once: a reader sees the old one or the new one. */
    void write(ExitCode exitCode) {
        RunMetrics metrics =
                new RunMetrics(verb, exitCode, Clock.systemUTC().instant(), (System.nanoTime() - start) / 1e9, sources);
        Path beside = file.resolveSibling(
                file.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        try {
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            PrometheusTextFormatWriter.create().write(text, metrics.snapshots());
            Files.write(beside, text.toByteArray());
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            err.println(
                    "Cannot write metrics to '" + file + "': " + e.getClass().getSimpleName()
                            + ". Name a file in a folder that this user may write. What the run did is not affected.");
        }
    }
}
