package io.curlake.cli.provision;

import io.curlake.model.ExitCode;
import io.curlake.model.config.SourceConfig;
import io.curlake.provisioning.aws.AwsClients;
import io.curlake.provisioning.check.CheckJson;
import io.curlake.provisioning.check.CheckReport;
import io.curlake.provisioning.check.CheckResult;
import io.curlake.provisioning.check.ExportCheck;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Check an export that is there: every setting that matters, what it means, how to mend it.",
            "Exits with 5 where something is wrong, with 4 where AWS denied a look at it."
        })
final class ExportCheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ProvisioningOptions options;

    @Override
    public Integer call() {
        return options.each(spec.commandLine().getErr(), this::check);
    }

    private ExitCode check(SourceConfig source, AwsClients clients) {
        CheckResult result = ExportCheck.run(clients, source, Clock.systemUTC());
        spec.commandLine().getOut().println(options.isJson() ? CheckJson.of(result) : CheckReport.of(result));
        return result.exitCode();
    }
}
