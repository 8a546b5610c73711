package io.curlake.cli.provision;

import io.curlake.model.Refusal;
import io.curlake.model.config.SourceConfig;
import io.curlake.provisioning.aws.AwsClients;
import io.curlake.provisioning.plan.Pause;
import io.curlake.provisioning.status.DeliveryWait;
import io.curlake.provisioning.status.StatusReader;
import io.curlake.provisioning.status.WaitReport;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "wait",
        mixinStandardHelpOptions = true,
        description = {
            "Wait until a delivery is complete; for schedulers. Exits with 3 when the timeout is over before."
        })
final class ExportWaitCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ProvisioningOptions options;

    @Option(
            names = "--timeout",
            paramLabel = "N{m|h}",
            defaultValue = "24h",
            description = "How long to wait at most; ${DEFAULT-VALUE} unless given.")
    private String timeout = "";

    @Override
    public Integer call() {
        SourceConfig source = options.source();
        Duration longest = duration();
        return options.calling(source, clients -> await(source, clients, longest));
    }

    private int await(SourceConfig source, AwsClients clients, Duration longest) {
        StatusReader reader = ExportStatusCommand.reader(source, clients, options);
        DeliveryWait.Outcome outcome = new DeliveryWait(reader::periods, Clock.systemUTC(), Pause::real).until(longest);
        spec.commandLine()
                .getOut()
                .println(
                        options.isJson()
                                ? WaitReport.json(source.name(), outcome)
                                : WaitReport.of(source.name(), outcome));
        return outcome.exitCode().code();
    }

    private Duration duration() {
        if (!timeout.matches("\\d{1,5}[mh]")) {
            throw Refusal.usage("Cannot wait for '" + timeout + "': it is no number of minutes or hours. Write "
                    + "--timeout 30m or --timeout 24h.");
        }
        long number = Long.parseLong(timeout.substring(0, timeout.length() - 1));
        return timeout.endsWith("m") ? Duration.ofMinutes(number) : Duration.ofHours(number);
    }
}
