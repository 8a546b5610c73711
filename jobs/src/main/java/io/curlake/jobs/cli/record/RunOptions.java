package io.curlake.jobs.cli.record;

import io.curlake.model.Refusal;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of every verb that writes. */
public final class RunOptions {
    private static final String PROMETHEUS = "prometheus=";

    /** How the stages of a run are told on stderr. */
    public enum LogFormat {
        TEXT,
        JSON
    }

    @Option(
            names = "--log",
            paramLabel = "FORMAT",
            description = "Tell each stage of the run on stderr, a line each: text (key=value) or json.")
    private Optional<LogFormat> log = Optional.empty();

    @Option(
            names = "--metrics",
            paramLabel = "prometheus=FILE",
            description = "Write metrics of the run and of every source to this file, for node_exporter.")
    private Optional<String> metrics = Optional.empty();

    public Optional<LogFormat> log() {
        return log;
    }

    /** The format as it would be typed, for another verb. */
    public List<String> logArguments() {
        return log.map(format -> List.of("--log", format.name().toLowerCase(Locale.ROOT)))
                .orElse(List.of());
    }

    /** The file for Prometheus; refuses any other kind of metrics. */
    public Optional<Path> prometheus() {
        return metrics.map(RunOptions::file);
    }

    private static Path file(String text) {
        if (!text.startsWith(PROMETHEUS) || text.length() == PROMETHEUS.length()) {
            throw Refusal.usage("Cannot write metrics '" + text + "': only those for Prometheus are known. Write "
                    + "--metrics prometheus=/var/lib/node_exporter/textfile/curlake.prom.");
        }
        return Path.of(text.substring(PROMETHEUS.length()));
    }
}
