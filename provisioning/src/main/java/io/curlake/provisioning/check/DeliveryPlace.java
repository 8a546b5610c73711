package io.curlake.provisioning.check;

import io.curlake.model.ExportLocation;
import io.curlake.model.config.ExportConfig;
import io.curlake.model.config.SourceConfig;
import io.curlake.provisioning.aws.AwsClients;
import io.curlake.provisioning.aws.DeniedCalls;
import io.curlake.provisioning.bucket.BucketFacts;
import io.curlake.provisioning.bucket.BucketReader;
import io.curlake.provisioning.bucket.PresumedRegion;
import io.curlake.provisioning.catalog.ExportDestination;
import io.curlake.provisioning.check.bucket.BucketFindings;
import io.curlake.provisioning.check.bucket.Delivering;
import io.curlake.provisioning.check.finding.Finding;
import io.curlake.provisioning.check.setting.DeliveryFinding;
import io.curlake.provisioning.check.setting.FormFindings;
import io.curlake.provisioning.delivery.Deliveries;
import io.curlake.provisioning.delivery.ExportFolder;
import io.curlake.provisioning.delivery.S3Objects;
import io.curlake.provisioning.policy.ExportKind;
import io.curlake.provisioning.policy.deny.Delivery;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where an export or report delivers to: the form of its files, its bucket, and what is there. */
final class DeliveryPlace {
    private final AwsClients clients;
    private final SourceConfig source;
    private final Clock clock;
    private final DeniedCalls denied;

    DeliveryPlace(AwsClients clients, SourceConfig source, Clock clock, DeniedCalls denied) {
        this.clients = clients;
        this.source = source;
        this.clock = clock;
        this.denied = denied;
    }

    /** @param sourceArn on whose behalf AWS writes */
    List<Finding> findings(ExportDestination destination, String sourceArn, Optional<Instant> createdAt) {
        List<Finding> findings = new ArrayList<>(FormFindings.of(destination, configured()));
        ExportFolder folder =
                new ExportFolder(destination.prefix(), configured().name());
        Delivery delivery = new Delivery(
                clients.partition(),
                source.payer(),
                ExportKind.of(configured().format()),
                new ExportLocation(
                        destination.bucket(), destination.prefix(), configured().name()),
                Optional.empty());
        BucketFacts facts = new BucketReader(clients, source.payer(), denied)
                .read(destination.bucket(), presumedRegion(destination));
        findings.addAll(BucketFindings.of(facts, destination, new Delivering(delivery, sourceArn)));

        String region = facts.region().value().orElse(presumedRegion(destination));
        S3Objects bucket = new S3Objects(
                clients,
                destination.bucket(),
                new PresumedRegion.Guessed(region),
                folder.roots().get(0));
        findings.add(new Deliveries(bucket, folder, denied)
                .periods()
                .map(periods -> DeliveryFinding.of(periods, createdAt, clock.instant()))
                .orElseGet(DeliveryFinding::unknown));
        return findings;
    }

    private String presumedRegion(ExportDestination destination) {
        return destination.region().isEmpty()
                ? configured().region().orElse(clients.partition().billingRegion())
                : destination.region();
    }

    private ExportConfig configured() {
        return source.export();
    }
}
