package io.curlake.jobs.cli;

import io.curlake.jobs.alert.Messenger;
import io.curlake.jobs.cli.record.RecordedVerb;
import io.curlake.jobs.cli.record.RunOptions;
import io.curlake.jobs.cli.report.JobSummaryJson;
import io.curlake.jobs.cli.report.LoadReport;
import io.curlake.jobs.cli.report.PlanReport;
import io.curlake.jobs.run.Failures;
import io.curlake.jobs.run.Load;
import io.curlake.jobs.run.LoadRequest;
import io.curlake.jobs.run.LoadRequest.Acceptance;
import io.curlake.jobs.run.LoadSummary;
import io.curlake.jobs.run.PlannedLoad;
import io.curlake.jobs.run.Progress;
import io.curlake.jobs.run.Warehouse;
import io.curlake.model.config.CurlakeConfig;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "load",
        mixinStandardHelpOptions = true,
        description = "Find changed deliveries, load them, prove the ledger.")
final class LoadCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions options;

    @Mixin
    private PeriodOptions periods;

    @Mixin
    private RunOptions runs;

    @Option(
            names = "--since",
            paramLabel = "YYYY-MM",
            description = "No billing period before this one; all there are by default, newest first.")
    private Optional<String> since = Optional.empty();

    @Option(
            names = "--delivery",
            paramLabel = "ID",
            description = "Load this delivery of a period again: its execution or assembly id, or the beginning of it.")
    private Optional<String> delivery = Optional.empty();

    @Option(names = "--dry-run", description = "Say what would be loaded and why; change nothing.")
    private boolean dryRun;

    @Option(names = "--accept-empty", description = "Load a delivery without files over one that had rows.")
    private boolean acceptEmpty;

    @Option(names = "--accept-new-export", description = "Load although the export was deleted and made again.")
    private boolean acceptNewExport;

    @Option(
            names = "--accept-lost-column",
            description = "Load although a column that cost measures are made of is no longer delivered.")
    private boolean acceptLostColumn;

    @Override
    public Integer call() {
        CurlakeConfig config = options.config();
        LoadRequest request = request();
        RecordedVerb verb = new RecordedVerb(spec, options, runs);
        return dryRun
                ? Jobs.in(config, warehouse -> plan(warehouse, request))
                : verb.in(config, warehouse -> load(warehouse, request, verb));
    }

    private int load(Warehouse warehouse, LoadRequest request, RecordedVerb verb) {
        try (TerminalProgress progress =
                new TerminalProgress(warehouse.spark(), spec.commandLine().getErr())) {
            Messenger messenger = new Messenger(warehouse, "load");
            LoadSummary summary = loaded(warehouse, request, progress, messenger);
            spec.commandLine()
                    .getOut()
                    .println(options.isJson() ? verb.json(JobSummaryJson.of("load", summary)) : LoadReport.of(summary));
            messenger.after(summary).ifPresent(progress::notice);
            return summary.exitCode().code();
        }
    }

    private LoadSummary loaded(
            Warehouse warehouse, LoadRequest request, TerminalProgress progress, Messenger messenger) {
        try {
            return new Load(warehouse, progress).run(request);
        } catch (Exception e) {
            // Spark throws checked exceptions that its methods do not declare.
            progress.clear();
            messenger
                    .after(Failures.of(e, "run '" + spec.qualifiedName() + "'"))
                    .ifPresent(progress::notice);
            throw e;
        } finally {
            progress.clear();
        }
    }

    private int plan(Warehouse warehouse, LoadRequest request) {
        List<PlannedLoad> planned = new Load(warehouse, Progress.SILENT).plan(request);
        spec.commandLine().getOut().println(options.isJson() ? PlanReport.json(planned) : PlanReport.of(planned));
        return 0;
    }

    private LoadRequest request() {
        Set<Acceptance> accepted = EnumSet.noneOf(Acceptance.class);
        if (acceptEmpty) {
            accepted.add(Acceptance.EMPTY_PERIOD);
        }
        if (acceptNewExport) {
            accepted.add(Acceptance.NEW_EXPORT);
        }
        if (acceptLostColumn) {
            accepted.add(Acceptance.LOST_COLUMN);
        }
        LoadRequest request = periods.request(accepted);
        LoadRequest sinceThen = since.map(
                        first -> request.since(Arguments.periods(List.of(first)).get(0)))
                .orElse(request);
        return delivery.map(sinceThen::ofDelivery).orElse(sinceThen);
    }
}
