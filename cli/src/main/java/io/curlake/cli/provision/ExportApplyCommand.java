package io.curlake.cli.provision;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.curlake.jobs.cli.Confirmation;
import io.curlake.model.ExitCode;
import io.curlake.model.config.SourceConfig;
import io.curlake.provisioning.aws.AwsClients;
import io.curlake.provisioning.plan.Applying;
import io.curlake.provisioning.plan.Pause;
import io.curlake.provisioning.plan.Plan;
import io.curlake.provisioning.plan.Step;
import io.curlake.provisioning.plan.Updates;
import io.curlake.provisioning.report.PlanReport;
import io.curlake.provisioning.step.Provisioner;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "apply",
        mixinStandardHelpOptions = true,
        description = {
            "Create what is missing for a source at AWS: bucket, bucket policy, export. Shows the plan and asks first.",
            "Safe to repeat: a run after any failure goes on where the last one ended."
        })
final class ExportApplyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ProvisioningOptions options;

    @Option(names = "--update", description = "Change an export that differs from the configuration.")
    private boolean update;

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @Override
    public Integer call() {
        return options.each(spec.commandLine().getErr(), this::apply);
    }

    private ExitCode apply(SourceConfig source, AwsClients clients) {
        List<Step> steps = new Provisioner(source, clients, options.journal(), Clock.systemUTC(), Pause::real)
                .steps(update ? Updates.ALLOWED : Updates.REFUSED);
        Plan plan = Plan.of(source.name(), steps);
        PrintWriter err = spec.commandLine().getErr();
        err.println(PlanReport.brief(plan));
        if (plan.isRefused()) {
            return plan.exitCode();
        }
        if (plan.isDue() && !yes && !Confirmation.isGiven(spec, "This changes AWS account " + source.payer() + ".")) {
            return ExitCode.USAGE;
        }
        List<Step> done = new Applying(steps, new Telling(err)).run();
        spec.commandLine().getOut().println(options.isJson() ? json(source, done) : words(source, done));
        return ExitCode.DONE;
    }

    private static String words(SourceConfig source, List<Step> done) {
        return done.isEmpty()
                ? "Nothing was changed: all is as configured."
                : "All is as configured. AWS delivers for the first time within 24 hours; 'curlake export status "
                        + "--source " + source.name() + "' says when it has.";
    }

    private static String json(SourceConfig source, List<Step> done) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("verb", "export apply")
                .put("source", source.name());
        done.forEach(step -> json.withArray("applied").add(step.title()));
        return json.toString();
    }

    /** Says each step as it is done. */
    private record Telling(PrintWriter err) implements Applying.Listener {
        @Override
        public void applying(Step step) {
            err.println("… " + step.title());
        }

        @Override
        public void applied(Step step) {
            err.println("✓ " + step.title());
        }
    }
}
