package io.curlake.provisioning.step;

import io.curlake.model.config.ProvisioningConfig;
import io.curlake.model.config.SourceConfig;
import io.curlake.provisioning.aws.AwsClients;
import io.curlake.provisioning.aws.CallSettings;
import io.curlake.provisioning.aws.Partition;
import io.curlake.provisioning.plan.Applying;
import io.curlake.provisioning.plan.Pause;
import io.curlake.provisioning.plan.Plan;
import io.curlake.provisioning.plan.Step;
import io.curlake.provisioning.plan.Updates;
import io.curlake.sandbox.aws.AwsStandIn;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Provisions at the stand-in for AWS, with the real SDK, and waits for nothing. */
final class TestProvisioning {
    private final AwsClients clients;
    private final Path journal;
    private final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());

    TestProvisioning(AwsClients clients, Path journal) {
        this.clients = clients;
        this.journal = journal;
    }

    static AwsClients clients(AwsStandIn aws) {
        return new AwsClients(
                new CallSettings(
                        new ProvisioningConfig(Optional.empty(), Optional.empty(), Optional.empty()),
                        Optional.of(URI.create(aws.endpoint())),
                        Optional.empty(),
                        Optional.of("us-east-1")),
                Partition.AWS);
    }

    Plan plan(SourceConfig source) {
        return plan(source, Updates.REFUSED);
    }

    Plan plan(SourceConfig source, Updates updates) {
        return Plan.of(source.name(), steps(source, updates));
    }

    /** The titles of the steps that were done. */
    List<String> apply(SourceConfig source) {
        return apply(source, Updates.REFUSED, new Quiet());
    }

    List<String> apply(SourceConfig source, Updates updates, Applying.Listener listener) {
        return new Applying(steps(source, updates), listener)
                .run().stream().map(Step::title).toList();
    }

    List<Step> steps(SourceConfig source, Updates updates) {
        return provisioner(source).steps(updates);
    }

    Provisioner provisioner(SourceConfig source) {
        Pause pause = pauses::add;
        return new Provisioner(source, clients, journal, Clock.systemUTC(), pause);
    }

    /** For how long was waited. */
    List<Duration> pauses() {
        return List.copyOf(pauses);
    }

    /** Says nothing. */
    static class Quiet implements Applying.Listener {
        @Override
        public void applying(Step step) {}

        @Override
        public void applied(Step step) {}
    }
}
