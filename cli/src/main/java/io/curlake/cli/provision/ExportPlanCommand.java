package io.curlake.cli.provision;

import io.curlake.model.ExitCode;
import io.curlake.model.config.SourceConfig;
import io.curlake.provisioning.aws.AwsClients;
import io.curlake.provisioning.plan.Pause;
import io.curlake.provisioning.plan.Plan;
import io.curlake.provisioning.plan.Updates;
import io.curlake.provisioning.report.PlanReport;
import io.curlake.provisioning.step.Provisioner;
import io.curlake.provisioning.template.Blueprint;
import io.curlake.provisioning.template.CloudFormation;
import io.curlake.provisioning.template.Terraform;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description = {
            "Show what is missing for a source at AWS, and exactly what would be sent. Changes nothing.",
            "+ create, ~ change, = keep, ! refused."
        })
final class ExportPlanCommand implements Callable<Integer> {
    /** Another tool's language. */
    enum Out {
        CLOUDFORMATION,
        TERRAFORM
    }

    @Spec
    private CommandSpec spec;

    @Mixin
    private ProvisioningOptions options;

    @Option(names = "--update", description = "An export that differs from the configuration is to be changed.")
    private boolean update;

    @Option(
            names = "--out",
            paramLabel = "cloudformation|terraform",
            arity = "1",
            description = "Print a template instead. It holds the whole policy of the bucket, merged.")
    private Out[] out = {};

    @Override
    public Integer call() {
        return options.each(spec.commandLine().getErr(), this::show);
    }

    private ExitCode show(SourceConfig source, AwsClients clients) {
        Provisioner provisioner = new Provisioner(source, clients, options.journal(), Clock.systemUTC(), Pause::real);
        PrintWriter writer = spec.commandLine().getOut();
        if (out.length > 0) {
            writer.println(template(out[out.length - 1], provisioner.blueprint()));
            return ExitCode.DONE;
        }
        Plan plan = Plan.of(source.name(), provisioner.steps(update ? Updates.ALLOWED : Updates.REFUSED));
        writer.println(options.isJson() ? PlanReport.json(plan) : PlanReport.of(plan));
        if (plan.isDue() && !plan.isRefused()) {
            spec.commandLine().getErr().println("\nNothing was changed; 'curlake export apply' does it.");
        }
        return plan.exitCode();
    }

    private static String template(Out out, Blueprint blueprint) {
        return switch (out) {
            case CLOUDFORMATION -> CloudFormation.of(blueprint);
            case TERRAFORM -> Terraform.of(blueprint);
        };
    }
}
