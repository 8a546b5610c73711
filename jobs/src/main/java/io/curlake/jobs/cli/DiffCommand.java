package io.curlake.jobs.cli;

import io.curlake.jobs.cli.report.comparison.DiffReport;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.run.comparison.DeliveryDiff;
import io.curlake.jobs.run.comparison.Diff;
import io.curlake.jobs.run.comparison.DiffRequest;
import io.curlake.model.Refusal;
import io.curlake.model.config.CurlakeConfig;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = "Say what changed between two deliveries of a billing period, and why.")
final class DiffCommand implements Callable<Integer> {
    private static final String DELIVERY =
            "its id, the beginning of it, 'newest' or 'previous'; default ${DEFAULT-VALUE}.";

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions options;

    @Option(names = "--source", required = true, paramLabel = "NAME", description = "The source.")
    private String source;

    @Option(names = "--period", required = true, paramLabel = "YYYY-MM", description = "The billing period.")
    private String period;

    @Option(
            names = "--from",
            defaultValue = DiffRequest.PREVIOUS,
            paramLabel = "DELIVERY",
            description = "The delivery before: " + DELIVERY)
    private String from;

    @Option(
            names = "--to",
            defaultValue = DiffRequest.NEWEST,
            paramLabel = "DELIVERY",
            description = "The delivery after: " + DELIVERY)
    private String to;

    @Option(
            names = "--limit",
            defaultValue = "20",
            paramLabel = "N",
            description = "Name so many of the largest changes; default ${DEFAULT-VALUE}.")
    private int limit;

    @Override
    public Integer call() {
        CurlakeConfig config = options.config();
        if (limit < 0) {
            throw Refusal.usage("Cannot read the arguments: --limit is " + limit + ". Write a number from 0 on.");
        }
        DiffRequest request = new DiffRequest(
                config.source(source), Arguments.periods(List.of(period)).get(0), from, to, limit);
        return Jobs.in(config, warehouse -> diff(warehouse, request));
    }

    private int diff(Warehouse warehouse, DiffRequest request) {
        DeliveryDiff diff = new Diff(warehouse, request).run();
        spec.commandLine().getOut().println(options.isJson() ? DiffReport.json(diff) : DiffReport.of(diff));
        return 0;
    }
}
