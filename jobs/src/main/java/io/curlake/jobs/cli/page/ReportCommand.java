package io.curlake.jobs.cli.page;

import io.curlake.jobs.cli.CommonOptions;
import io.curlake.jobs.cli.Jobs;
import io.curlake.jobs.run.Warehouse;
import io.curlake.model.ExitCode;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code report}. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description =
                "Write one HTML file that says what was spent, what should be looked at, and whether it ties out.")
public final class ReportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions options;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "The file: a path, or s3a://BUCKET/KEY. An earlier report there is replaced.")
    private String out = "";

    @Option(names = "--source", paramLabel = "NAME", description = "Only this source; may be repeated.")
    private List<String> sources = List.of();

    @Override
    public Integer call() {
        return Jobs.in(options.config(), this::report);
    }

    private int report(Warehouse warehouse) {
        WrittenReport written = WrittenReport.of(warehouse, out, sources);
        spec.commandLine().getOut().println(options.isJson() ? written.json() : written.words());
        return (written.report().isOutOfBalance() ? ExitCode.LEDGER_UNBALANCED : ExitCode.DONE).code();
    }
}
