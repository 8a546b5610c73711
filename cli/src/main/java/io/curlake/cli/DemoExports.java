package io.curlake.cli;

import io.curlake.model.config.CurlakeConfig;
import io.curlake.model.config.SourceConfig;
import io.curlake.provisioning.aws.AwsClients;
import io.curlake.provisioning.aws.CallSettings;
import io.curlake.provisioning.aws.Partition;
import io.curlake.provisioning.plan.Applying;
import io.curlake.provisioning.plan.Pause;
import io.curlake.provisioning.plan.Plan;
import io.curlake.provisioning.plan.PlannedStep;
import io.curlake.provisioning.plan.Step;
import io.curlake.provisioning.plan.Updates;
import io.curlake.provisioning.step.Provisioner;
import io.curlake.sandbox.S3Server;
import io.curlake.sandbox.aws.AwsStandIn;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Makes the demo's export and report, as {@code curlake export apply} does, at a stand-in for AWS's billing services. */
final class DemoExports {
    private static final String KEY = "aws.accessKeyId";
    private static final String SECRET = "aws.secretAccessKey";

    private final CurlakeConfig config;
    private final Path journal;
    private final Consumer<String> out;

    DemoExports(CurlakeConfig config, Path journal, Consumer<String> out) {
        this.config = config;
        this.journal = journal;
        this.out = out;
    }

    void make(S3Server s3) {
        Map<String, String> before = new TreeMap<>();
        for (String property : List.of(KEY, SECRET)) {
            Optional.ofNullable(System.getProperty(property)).ifPresent(value -> before.put(property, value));
        }
        try (AwsStandIn aws = AwsStandIn.start(s3)) {
            // The keys of the stand-in, not those of whoever runs the demo.
            System.setProperty(KEY, aws.accessKey());
            System.setProperty(SECRET, aws.secretKey());
            config.sources().forEach(source -> make(source, aws));
        } finally {
            System.clearProperty(KEY);
            System.clearProperty(SECRET);
            before.forEach(System::setProperty);
        }
    }

    private void make(SourceConfig source, AwsStandIn aws) {
        CallSettings settings = new CallSettings(
                source.provisioning(),
                Optional.of(URI.create(aws.endpoint())),
                Optional.empty(),
                Optional.of(Partition.AWS.billingRegion()));
        try (AwsClients clients = new AwsClients(settings, Partition.AWS)) {
            List<Step> steps =
                    new Provisioner(source, clients, journal, Clock.systemUTC(), Pause::real).steps(Updates.REFUSED);
            out.accept("\ncurlake export apply --source " + source.name());
            Plan.of(source.name(), steps).steps().forEach(step -> out.accept(line(step)));
            new Applying(steps, new Silent()).run();
        }
    }

    private static String line(PlannedStep step) {
        return "  " + step.state().sign() + " " + step.title();
    }

    private static final class Silent implements Applying.Listener {
        @Override
        public void applying(Step step) {}

        @Override
        public void applied(Step step) {}
    }
}
