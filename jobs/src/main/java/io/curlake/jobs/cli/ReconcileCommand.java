package io.curlake.jobs.cli;

import io.curlake.jobs.cli.report.JobSummaryJson;
import io.curlake.jobs.cli.report.ProofReport;
import io.curlake.jobs.run.LoadRequest;
import io.curlake.jobs.run.LoadSummary;
import io.curlake.jobs.run.Reconcile;
import io.curlake.jobs.run.Warehouse;
import io.curlake.model.config.CurlakeConfig;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "reconcile",
        mixinStandardHelpOptions = true,
        description = "Prove loaded periods again from the stored delivery and the tables; print the proof.")
final class ReconcileCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions options;

    @Mixin
    private PeriodOptions periods;

    @Override
    public Integer call() {
        CurlakeConfig config = options.config();
        LoadRequest request = periods.request(Set.of());
        return Jobs.in(config, warehouse -> reconcile(warehouse, request));
    }

    private int reconcile(Warehouse warehouse, LoadRequest request) {
        LoadSummary summary = new Reconcile(warehouse).run(request);
        String words = options.isJson() ? JobSummaryJson.of("reconcile", summary) : ProofReport.of(summary);
        spec.commandLine().getOut().println(words);
        return summary.exitCode().code();
    }
}
