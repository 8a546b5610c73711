package io.curlake.bench;

import io.curlake.jobs.cli.CommandLines;
import io.curlake.model.ExportFormat;
import io.curlake.model.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What {@code bench/run} starts. */
@Command(
        name = "bench/run",
        mixinStandardHelpOptions = true,
        description = "Load a sample with curlake and copy the same rows with DuckDB; compare CPU, time and memory.",
        subcommands = {TinyCommand.class, NightsCommand.class, BuildCommand.class, DuckDbCommand.class})
final class Bench implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private BenchOptions options;

    @Option(names = "--rows", defaultValue = "1000000", description = "Line items; ${DEFAULT-VALUE} unless given.")
    private long rows;

    @Option(
            names = "--format",
            defaultValue = "cur2-parquet",
            description = "cur2-parquet, cur2-csv, legacy-csv or legacy-parquet; ${DEFAULT-VALUE} unless given.")
    private String format = "";

    @Option(
            names = "--connected",
            defaultValue = "60",
            description = "Linked accounts to connect, of " + SampleExport.ACCOUNTS
                    + " accounts; ${DEFAULT-VALUE} unless given.")
    private int connected;

    @Option(names = "--threads", defaultValue = "2", description = "Of DuckDB; ${DEFAULT-VALUE} unless given.")
    private int threads;

    @Option(names = "--repeat", defaultValue = "1", paramLabel = "N", description = "Take turns, show medians.")
    private int times;

    private Bench() {}

    public static void main(String[] arguments) {
        System.exit(CommandLines.of(new Bench(), List.of()).execute(arguments));
    }

    @Override
    public Integer call() {
        if (times < 1 || connected < 1) {
            throw Refusal.usage("Cannot compare: --repeat and --connected take at least 1.");
        }
        Workplace workplace = options.workplace();
        SampleExport sample = SampleExport.of(workplace, format(), rows);
        Comparison.Result result = new Comparison(workplace, sample, connected, threads).run(times);
        options.tidy(workplace);
        spec.commandLine()
                .getOut()
                .println(options.isJson() ? ComparisonReport.json(result) : ComparisonReport.text(result));
        return 0;
    }

    private ExportFormat format() {
        return ExportFormat.of(format)
                .orElseThrow(() -> Refusal.usage(
                        "Cannot compare: '" + format + "' is none of " + Arrays.asList(ExportFormat.values()) + "."));
    }
}
