package io.curlake.jobs.cli;

import io.curlake.jobs.cli.report.comparison.StabilityReport;
import io.curlake.jobs.restatement.stability.StabilityFindings;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.run.comparison.StabilityHistory;
import io.curlake.model.config.CurlakeConfig;
import io.curlake.model.config.SourceConfig;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "stability",
        mixinStandardHelpOptions = true,
        description = "Say after how many days the cost of a day stands still, from the restatements so far.")
final class StabilityCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions options;

    @Option(names = "--source", paramLabel = "NAME", description = "Only this source; may be repeated.")
    private List<String> sources = List.of();

    @Override
    public Integer call() {
        CurlakeConfig config = options.config();
        List<String> names = sources.isEmpty()
                ? config.sources().stream().map(SourceConfig::name).toList()
                : sources.stream().map(name -> config.source(name).name()).toList();
        return Jobs.in(config, warehouse -> show(warehouse, names));
    }

    private int show(Warehouse warehouse, List<String> names) {
        StabilityFindings findings = new StabilityHistory(warehouse).of(names);
        spec.commandLine()
                .getOut()
                .println(options.isJson() ? StabilityReport.json(findings) : StabilityReport.of(findings));
        return 0;
    }
}
