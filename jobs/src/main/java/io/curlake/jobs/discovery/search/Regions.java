package io.curlake.jobs.discovery.search;

import io.curlake.jobs.discovery.Outcome;
import io.curlake.jobs.discovery.Outcome.Status;
import io.curlake.jobs.discovery.Resource;
import io.curlake.model.config.DiscoveryConfig;
import io.curlake.model.resource.ResourceType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Region;

/** The regions of an account to look at: those that are enabled, opted in ones included, or those of them that are asked for. */
final class Regions {
    /** What every account of a partition has. Source: AWS's list of regions, those that need no opt-in. */
    private static final Map<String, List<String>> EVERYWHERE = Map.of(
            "aws",
            List.of(
                    "ap-northeast-1",
                    "ap-northeast-2",
                    "ap-northeast-3",
                    "ap-south-1",
                    "ap-southeast-1",
                    "ap-southeast-2",
                    "ca-central-1",
                    "eu-central-1",
                    "eu-north-1",
                    "eu-west-1",
                    "eu-west-2",
                    "eu-west-3",
                    "sa-east-1",
                    "us-east-1",
                    "us-east-2",
                    "us-west-1",
                    "us-west-2"),
            "aws-cn",
            List.of("cn-north-1", "cn-northwest-1"),
            "aws-us-gov",
            List.of("us-gov-east-1", "us-gov-west-1"));

    private final String account;
    private final Access access;
    private final DiscoveryConfig config;
    private final Consumer<Outcome> outcomes;

    Regions(String account, Access access, DiscoveryConfig config, Consumer<Outcome> outcomes) {
        this.account = account;
        this.access = access;
        this.config = config;
        this.outcomes = outcomes;
    }

    Set<String> enabled() {
        Instant began = Instant.now();
        if (config.types().stream().allMatch(ResourceType::isOfWholeAccount)) {
            return Set.of();
        }
        Optional<Set<String>> enabled = asked(began);
        Set<String> wanted = new TreeSet<>(
                config.regions().isEmpty()
                        ? enabled.orElseGet(() -> new TreeSet<>(EVERYWHERE.getOrDefault(access.partition(), List.of())))
                        : config.regions());
        enabled.ifPresent(known -> wanted.stream()
                .filter(region -> !known.contains(region))
                .forEach(region -> outcomes.accept(outcome(
                        region,
                        Outcome.ONE_REGION,
                        began,
                        new Reason(
                                Status.SKIPPED,
                                "",
                                "",
                                "",
                                "The region is not enabled in the account. It is left out; what was known of it stays.",
                                true)))));
        enabled.ifPresent(wanted::retainAll);
        return wanted;
    }

    private Optional<Set<String>> asked(Instant began) {
        try (Ec2Client ec2 = access.client(
                Ec2Client.builder(), config.regions().stream().findFirst().orElse(access.home()))) {
            return Optional.of(ec2.describeRegions(request -> request.allRegions(false)).regions().stream()
                    .map(Region::regionName)
                    .collect(Collectors.toSet()));
        } catch (SdkException e) {
            Reason reason = Reason.of(e, List.of(ResourceType.REGIONS), access.partition());
            outcomes.accept(outcome(
                    Resource.GLOBAL,
                    Outcome.REGIONS,
                    began,
                    new Reason(
                            reason.status() == Status.SKIPPED ? Status.FAILED : reason.status(),
                            reason.action(),
                            reason.arn(),
                            reason.statement(),
                            "Which regions are enabled is not known: "
                                    + (config.regions().isEmpty()
                                            ? "those that every account has"
                                            : "those of discovery.regions")
                                    + " are looked at. " + reason.message(),
                            false)));
            return Optional.empty();
        }
    }

    private Outcome outcome(String region, String type, Instant began, Reason reason) {
        return new Outcome(
                account,
                region,
                type,
                reason.status(),
                0,
                began,
                Instant.now().toEpochMilli() - began.toEpochMilli(),
                reason.action(),
                reason.arn(),
                reason.statement(),
                reason.message());
    }
}
