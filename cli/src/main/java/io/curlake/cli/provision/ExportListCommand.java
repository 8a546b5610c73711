package io.curlake.cli.provision;

import io.curlake.model.ExitCode;
import io.curlake.model.config.SourceConfig;
import io.curlake.provisioning.aws.AwsClients;
import io.curlake.provisioning.listing.ExportList;
import io.curlake.provisioning.listing.ListReport;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = {"List all exports and legacy reports of the payer account."})
final class ExportListCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ProvisioningOptions options;

    @Override
    public Integer call() {
        return options.each(spec.commandLine().getErr(), this::list);
    }

    private ExitCode list(SourceConfig source, AwsClients clients) {
        ExportList list = ExportList.of(clients, source);
        spec.commandLine().getOut().println(options.isJson() ? ListReport.json(list) : ListReport.of(list));
        return list.exitCode();
    }
}
