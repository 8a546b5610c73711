package io.curlake.jobs.cli.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.curlake.jobs.cli.CommonOptions;
import io.curlake.jobs.cli.Jobs;
import io.curlake.jobs.cli.record.RunOptions.LogFormat;
import io.curlake.jobs.run.Failures;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.run.record.Invocation;
import io.curlake.model.ExitCode;
import io.curlake.model.config.CurlakeConfig;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;

/** What surrounds a verb that writes: its run is remembered, its stages told, Spark's work added up, metrics written. */
public final class RecordedVerb {
    private final CommandSpec spec;
    private final CommonOptions options;
    private final RunOptions runs;
    private final String runId = UUID.randomUUID().toString();
    private Optional<SparkTotals> spark = Optional.empty();

    public RecordedVerb(CommandSpec spec, CommonOptions options, RunOptions runs) {
        this.spec = spec;
        this.options = options;
        this.runs = runs;
    }

    /** Works in the warehouse of the configuration, as {@link Jobs#in} does. */
    public int in(CurlakeConfig config, Function<Warehouse, Integer> work) {
        Optional<MetricsFile> metrics = runs.prometheus().map(file -> new MetricsFile(file, verb(), err()));
        try {
            int code = Jobs.in(config, warehouse -> recorded(warehouse, work, metrics));
            metrics.ifPresent(file -> file.write(ExitCode.of(code)));
            return code;
        } catch (Exception e) {
            // Spark throws checked exceptions that its methods do not declare.
            metrics.ifPresent(
                    file -> file.write(Failures.of(e, "run '" + verb() + "'").exitCode()));
            throw e;
        }
    }

    private int recorded(Warehouse warehouse, Function<Warehouse, Integer> work, Optional<MetricsFile> metrics) {
        try (SparkTotals totals = SparkTotals.listening(warehouse.spark())) {
            spark = Optional.of(totals);
            return work.apply(warehouse.calledBy(invocation()));
        } finally {
            metrics.ifPresent(file -> file.look(warehouse));
            if (options.isVerbose()) {
                spark.ifPresent(totals -> {
                    totals.settle();
                    err().println(totals.words());
                });
            }
            spark = Optional.empty();
        }
    }

    private Invocation invocation() {
        PrintWriter err = err();
        Optional<LogFormat> shown =
                runs.log().or(() -> options.isVerbose() ? Optional.of(LogFormat.TEXT) : Optional.empty());
        return Invocation.ofThisProcess(runId, arguments(), err::println, new ConsoleStages(runId, err, shown));
    }

    private List<String> arguments() {
        return spec.root().commandLine().getParseResult().originalArgs();
    }

    /** "accounts connect": without the name of the program. */
    private String verb() {
        return spec.qualifiedName().replaceFirst("^\\S+ ", "");
    }

    /** Where the answer goes. */
    public PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }

    /** The summary with the run's id and what Spark did. */
    public String json(String summary) {
        try {
            ObjectNode json = (ObjectNode) new ObjectMapper().readTree(summary);
            json.put("run_id", runId);
            spark.ifPresent(totals -> {
                totals.settle();
                totals.addTo(json.putObject("spark"));
            });
            return json.toString();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
