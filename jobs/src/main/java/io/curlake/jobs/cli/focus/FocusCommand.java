package io.curlake.jobs.cli.focus;

import io.curlake.jobs.cli.Arguments;
import io.curlake.jobs.cli.CommonOptions;
import io.curlake.jobs.cli.Jobs;
import io.curlake.jobs.run.focus.FocusExport;
import io.curlake.jobs.run.focus.FocusExportRequest;
import io.curlake.jobs.run.focus.FocusFormat;
import io.curlake.model.config.CurlakeConfig;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "focus",
        mixinStandardHelpOptions = true,
        description = "Write charges in FOCUS 1.2 columns for other tools.",
        synopsisSubcommandLabel = "VERB")
public final class FocusCommand {
    @Spec
    private CommandSpec spec;

    /** What to write, and where to. */
    static final class Target {
        @Option(
                names = "--out",
                required = true,
                paramLabel = "DIR",
                description = "The folder: a path, or s3a://BUCKET/PREFIX.")
        private String out = "";

        @Option(
                names = "--format",
                paramLabel = "FORMAT",
                description = "${COMPLETION-CANDIDATES}; parquet unless given.")
        private FocusFormat format = FocusFormat.PARQUET;

        @Option(names = "--source", paramLabel = "NAME", description = "Only this source; may be repeated.")
        private List<String> sources = List.of();

        @Option(names = "--period", paramLabel = "YYYY-MM", arity = "1..*", description = "Only these billing periods.")
        private List<String> periods = List.of();
    }

    @Command(
            name = "export",
            mixinStandardHelpOptions = true,
            description = "Write a folder for each source and billing period of the table focus_cost_and_usage.")
    int export(@Mixin CommonOptions options, @Mixin Target target) {
        CurlakeConfig config = options.config();
        List<String> sources =
                target.sources.stream().map(name -> config.source(name).name()).toList();
        FocusExportRequest request =
                new FocusExportRequest(target.out, target.format, sources, Arguments.periods(target.periods));
        return Jobs.in(config, warehouse -> {
            FocusExportReport report = new FocusExportReport(request.format(), new FocusExport(warehouse).run(request));
            spec.commandLine().getOut().println(options.isJson() ? report.json() : report.words());
            return 0;
        });
    }
}
