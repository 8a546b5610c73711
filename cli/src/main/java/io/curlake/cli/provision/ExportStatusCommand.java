package io.curlake.cli.provision;

import io.curlake.model.ExitCode;
import io.curlake.model.config.SourceConfig;
import io.curlake.provisioning.aws.AwsClients;
import io.curlake.provisioning.plan.Journal;
import io.curlake.provisioning.status.ExportStatus;
import io.curlake.provisioning.status.StatusJson;
import io.curlake.provisioning.status.StatusReader;
import io.curlake.provisioning.status.StatusReport;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = {
            "Say since when there is an export, what it delivered, and when the first delivery is due.",
            "Exits with 3 while nothing is delivered."
        })
final class ExportStatusCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ProvisioningOptions options;

    @Override
    public Integer call() {
        return options.each(spec.commandLine().getErr(), this::status);
    }

    private ExitCode status(SourceConfig source, AwsClients clients) {
        ExportStatus status = reader(source, clients, options).read();
        spec.commandLine().getOut().println(options.isJson() ? StatusJson.of(status) : StatusReport.of(status));
        return status.exitCode();
    }

    static StatusReader reader(SourceConfig source, AwsClients clients, ProvisioningOptions options) {
        Journal journal = new Journal(options.journal(), Clock.systemUTC());
        return new StatusReader(
                clients, source, of -> journal.created(of.export().name()), Clock.systemUTC());
    }
}
