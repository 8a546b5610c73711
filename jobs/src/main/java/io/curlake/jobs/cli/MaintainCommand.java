package io.curlake.jobs.cli;

import io.curlake.jobs.cli.record.RecordedVerb;
import io.curlake.jobs.cli.record.RunOptions;
import io.curlake.jobs.cli.report.MaintainReport;
import io.curlake.jobs.run.Progress;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.run.upkeep.AbandonedSources;
import io.curlake.jobs.run.upkeep.Maintain;
import io.curlake.jobs.run.upkeep.MaintainRequest;
import io.curlake.jobs.run.upkeep.MaintainRequest.MaskedRows;
import io.curlake.jobs.run.upkeep.MaintainSummary;
import io.curlake.model.Refusal;
import io.curlake.model.config.CurlakeConfig;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "maintain",
        mixinStandardHelpOptions = true,
        description = {
            "Compact small tables, let old deliveries of delivered_cost expire, and remove files that no readable version "
                    + "needs, with the bytes by reason.",
            "line_item is never compacted. Take the lock of the warehouse: no load runs meanwhile."
        })
final class MaintainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions options;

    @Mixin
    private RunOptions runs;

    @Option(
            names = "--purge",
            description = {
                "Remove the masked rows of unconnected accounts from line_item, by writing the other rows anew.",
                "Their old files go once they are older than the retention. Connecting an account afterwards reads the "
                        + "delivery again."
            })
    private boolean purge;

    @Option(
            names = "--source",
            paramLabel = "NAME",
            description =
                    "With --purge: remove a source that the configuration no longer has, from every table, with its "
                            + "connected accounts.")
    private Optional<String> source = Optional.empty();

    @Option(names = "--yes", description = "Remove the source without being asked.")
    private boolean yes;

    @Option(names = "--dry-run", description = "Say what would be done and removed; change nothing.")
    private boolean dryRun;

    @Option(
            names = "--keep",
            paramLabel = "N{d|h}",
            description = {
                "How long superseded versions stay readable; default retention.deliveries of the configuration.",
                "0d removes everything but the newest version: queries under way on an older one then fail."
            })
    private String keep = "";

    @Override
    public Integer call() {
        CurlakeConfig config = options.config();
        Duration retention = keep.isEmpty() ? config.retention().deliveries() : duration();
        if (source.isPresent() && !purge) {
            throw Refusal.usage(
                    "Cannot maintain source '" + source.get()
                            + "' alone: --source goes with --purge, and removes a source that the configuration no longer has.");
        }
        MaskedRows maskedRows = purge && source.isEmpty() ? MaskedRows.PURGE : MaskedRows.STAY;
        MaintainRequest request = new MaintainRequest(maskedRows, source, retention);
        if (dryRun) {
            return Jobs.in(
                    config,
                    warehouse -> maintain(
                            warehouse,
                            progress -> new Maintain(warehouse, progress).plan(request),
                            UnaryOperator.identity()));
        }
        RecordedVerb verb = new RecordedVerb(spec, options, runs);
        return verb.in(config, warehouse -> {
            if (!isAgreed(warehouse)) {
                spec.commandLine().getOut().println("Nothing was changed.");
                return 0;
            }
            return maintain(warehouse, progress -> new Maintain(warehouse, progress).run(request), verb::json);
        });
    }

    private boolean isAgreed(Warehouse warehouse) {
        return source.map(name -> new AbandonedSources(warehouse).require(name))
                .map(abandoned -> yes
                        || Confirmation.isGiven(
                                spec,
                                "Source '" + abandoned.name() + "' will be removed from every table: "
                                        + MaintainReport.rows(abandoned)
                                        + ", its deliveries, costs, ledger and connected accounts."))
                .orElse(true);
    }

    private Duration duration() {
        if (!keep.matches("\\d{1,5}[dh]")) {
            throw Refusal.usage("Cannot keep versions for '" + keep + "': it is no number of days or hours. Write "
                    + "--keep 7d or --keep 12h.");
        }
        long number = Long.parseLong(keep.substring(0, keep.length() - 1));
        return keep.endsWith("d") ? Duration.ofDays(number) : Duration.ofHours(number);
    }

    private int maintain(Warehouse warehouse, Function<Progress, MaintainSummary> work, UnaryOperator<String> json) {
        try (TerminalProgress progress =
                new TerminalProgress(warehouse.spark(), spec.commandLine().getErr())) {
            MaintainSummary summary = work.apply(progress);
            progress.clear();
            spec.commandLine()
                    .getOut()
                    .println(options.isJson() ? json.apply(MaintainReport.json(summary)) : MaintainReport.of(summary));
            return 0;
        }
    }
}
