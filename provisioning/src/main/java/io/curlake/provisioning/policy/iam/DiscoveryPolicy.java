package io.curlake.provisioning.policy.iam;

import io.curlake.model.config.DiscoveryConfig;
import io.curlake.model.resource.ResourceType;
import io.curlake.model.resource.Right;
import io.curlake.provisioning.aws.Partition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What 'discover' needs in an account to find the configured types of resources: names, sizes, states and tags. It reads no
 * data of any service, and the same policy fits every account.
 */
final class DiscoveryPolicy {
    private DiscoveryPolicy() {}

    /** One statement for what a service is asked for on the same resources. */
    private record Group(String service, List<String> resources) {
        static Group of(Right right) {
            return new Group(right.service(), right.resources());
        }

        String sid(Right right) {
            return Character.toUpperCase(service.charAt(0))
                    + service.substring(1)
                    + (right.isOnAnything() ? "Lists" : "Details");
        }
    }

    static IamPolicy of(Partition partition, DiscoveryConfig config) {
        Map<Group, List<Right>> groups = rights(config)
                .distinct()
                .collect(Collectors.groupingBy(Group::of, LinkedHashMap::new, Collectors.toList()));
        return new IamPolicy(groups.entrySet().stream()
                .map(group -> statement(group.getKey(), group.getValue(), partition))
                .toList());
    }

    private static Stream<Right> rights(DiscoveryConfig config) {
        Stream<Right> ofTypes = Stream.of(ResourceType.values())
                .filter(config.types()::contains)
                .flatMap(type -> type.rights().stream());
        return Stream.of(
                        Stream.of(ResourceType.REGIONS),
                        ofTypes,
                        config.metricDays() > 0 ? Stream.of(ResourceType.METRICS) : Stream.<Right>empty())
                .flatMap(rights -> rights);
    }

    private static IamStatement statement(Group group, List<Right> rights, Partition partition) {
        Right first = rights.get(0);
        String shows = "shows " + rights.stream().map(Right::shows).distinct().collect(Collectors.joining("; ")) + ".";
        return IamStatement.of(
                group.sid(first),
                rights.stream().map(Right::action).toList(),
                first.isOnAnything()
                        ? first.resources()
                        : first.resources().stream()
                                .map(arn -> "arn:" + partition + ":" + arn)
                                .toList(),
                first.isOnAnything() ? shows + " AWS knows no resource for it, or all are wanted, so it is *." : shows);
    }
}
