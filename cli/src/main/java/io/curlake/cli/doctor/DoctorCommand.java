package io.curlake.cli.doctor;

import io.curlake.cli.provision.ProvisioningOptions;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = {
            "Check machine, configuration, credentials, export, bucket, warehouse and lock, and say the next step.",
            "Changes nothing, but for an object of its own below _curlake/doctor in the warehouse, which it removes."
        })
public final class DoctorCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ProvisioningOptions options;

    @Override
    public Integer call() {
        List<Check> checks = new Doctor(options, Clock.systemUTC()).look();
        spec.commandLine().getOut().println(options.isJson() ? DoctorReport.json(checks) : DoctorReport.of(checks));
        return DoctorReport.exitCode(checks).code();
    }
}
