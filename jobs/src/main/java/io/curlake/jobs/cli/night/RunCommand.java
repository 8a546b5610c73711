package io.curlake.jobs.cli.night;

import io.curlake.jobs.cli.CommonOptions;
import io.curlake.jobs.cli.PeriodOptions;
import io.curlake.jobs.cli.record.RecordedVerb;
import io.curlake.jobs.cli.record.RunOptions;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code run}. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {
            "The nightly job: load, then build; with --discover and --report these, too.",
            "A verb that could not do all of its work does not keep the next from doing theirs; one that met the unforeseen or another "
                    + "run does. The exit code is that of the worst."
        })
public final class RunCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions options;

    @Mixin
    private PeriodOptions periods;

    @Mixin
    private RunOptions runs;

    @Option(names = "--discover", description = "Also find the resources behind the cost, before the report.")
    private boolean discovers;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Also write the HTML report, last: a path, or s3a://BUCKET/KEY.")
    private Optional<String> report = Optional.empty();

    @Override
    public Integer call() {
        // One session for all verbs, and one file of metrics.
        return new RecordedVerb(spec, options, runs).in(options.config(), warehouse -> night());
    }

    private int night() {
        PrintWriter out = spec.commandLine().getOut();
        Night night = new Night(out, spec.commandLine().getErr(), options.isJson());
        List<StepOutcome> outcomes = night.run(steps());
        out.println(options.isJson() ? NightReport.json(outcomes) : NightReport.of(outcomes));
        return Night.exitCode(outcomes).code();
    }

    private List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        steps.add(step("load", joined(periods.arguments(), runs.logArguments())));
        steps.add(step("build", joined(periods.arguments(), runs.logArguments())));
        if (discovers) {
            steps.add(step("discover", runs.logArguments()));
        }
        report.ifPresent(file -> steps.add(step("report", joined(List.of("--out", file), periods.sourceArguments()))));
        return steps;
    }

    private Step step(String verb, List<String> arguments) {
        return new Step(joined(List.of(verb), joined(options.arguments(), arguments)));
    }

    private static List<String> joined(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
