package io.curlake.jobs.cli;

import io.curlake.jobs.cli.report.MaintainReport;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.run.upkeep.Maintain;
import io.curlake.jobs.run.upkeep.Maintain.MaskedRows;
import io.curlake.model.Refusal;
import io.curlake.model.config.CurlakeConfig;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "maintain",
        mixinStandardHelpOptions = true,
        description = {
            "Compact small tables and remove files that no readable version needs.",
            "line_item is never compacted. Take the lock of the warehouse: no load runs meanwhile."
        })
final class MaintainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions options;

    @Option(
            names = "--purge",
            description = {
                "Remove the masked rows of unconnected accounts from line_item, by writing the other rows anew.",
                "Their old files go once they are older than the retention. Connecting an account afterwards reads the "
                        + "delivery again."
            })
    private boolean purge;

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
        return Jobs.in(config, warehouse -> maintain(warehouse, retention));
    }

    private Duration duration() {
        if (!keep.matches("\\d{1,5}[dh]")) {
            throw Refusal.usage("Cannot keep versions for '" + keep + "': it is no number of days or hours. Write "
                    + "--keep 7d or --keep 12h.");
        }
        long number = Long.parseLong(keep.substring(0, keep.length() - 1));
        return keep.endsWith("d") ? Duration.ofDays(number) : Duration.ofHours(number);
    }

    private int maintain(Warehouse warehouse, Duration retention) {
        try (TerminalProgress progress =
                new TerminalProgress(warehouse.spark(), spec.commandLine().getErr())) {
            Maintain.Done done =
                    new Maintain(warehouse, progress).run(purge ? MaskedRows.PURGE : MaskedRows.STAY, retention);
            progress.clear();
            spec.commandLine().getOut().println(options.isJson() ? MaintainReport.json(done) : MaintainReport.of(done));
            return 0;
        }
    }
}
