package io.curlake.jobs.finding;

import io.curlake.jobs.discovery.Resource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The cost of resources in one account and region, of the last 30 days of the bill. */
public final class ResourceCosts {
    private final Map<String, List<UsageCost>> byResource;

    public ResourceCosts(List<UsageCost> costs) {
        byResource =
                costs.stream().collect(Collectors.groupingBy(UsageCost::resourceId, TreeMap::new, Collectors.toList()));
    }

    /** What the bill says of a resource, by any of its ids. */
    public List<UsageCost> of(Resource resource) {
        return Stream.concat(Stream.of(resource.id()), resource.aliases().stream())
                .distinct()
                .flatMap(id -> of(id).stream())
                .toList();
    }

    public List<UsageCost> of(String resourceId) {
        return byResource.getOrDefault(resourceId, List.of());
    }

    /** The costs of every resource, by its id. */
    public Map<String, List<UsageCost>> all() {
        return byResource;
    }
}
