package io.curlake.jobs.cli.gold;

import io.curlake.jobs.cli.CommonOptions;
import io.curlake.jobs.cli.PeriodOptions;
import io.curlake.jobs.cli.record.RecordedVerb;
import io.curlake.jobs.cli.record.RunOptions;
import io.curlake.jobs.run.LoadRequest;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.run.build.Build;
import io.curlake.jobs.run.build.BuildSummary;
import io.curlake.model.config.CurlakeConfig;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code build}. */
@Command(
        name = "build",
        mixinStandardHelpOptions = true,
        description = "Build the tables that analysts query, for the periods whose line items changed.")
public final class BuildCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions options;

    @Mixin
    private PeriodOptions periods;

    @Mixin
    private RunOptions runs;

    @Override
    public Integer call() {
        CurlakeConfig config = options.config();
        LoadRequest request = periods.request(Set.of());
        RecordedVerb verb = new RecordedVerb(spec, options, runs);
        return verb.in(config, warehouse -> build(warehouse, request, verb));
    }

    private int build(Warehouse warehouse, LoadRequest request, RecordedVerb verb) {
        BuildSummary summary =
                new Build(warehouse, sentence -> spec.commandLine().getErr().println(sentence)).run(request);
        spec.commandLine()
                .getOut()
                .println(options.isJson() ? verb.json(BuildReport.json(summary)) : BuildReport.of(summary));
        return summary.exitCode().code();
    }
}
