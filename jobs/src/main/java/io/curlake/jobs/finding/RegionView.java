package io.curlake.jobs.finding;

import io.curlake.jobs.discovery.Resource;
import io.curlake.model.config.FindingsConfig;
import io.curlake.model.resource.ResourceType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one account in one region.
 *
 * @param region {@code global} for what is of no region
 * @param seen when the resources were looked at
 * @param metricDays over how many days metrics are
 * @param resources all that are active
 * @param listed the types that were listed to the end: what is not among the resources is not there
 * @param costs what the bill says of resources there, discovered or not
 */
public record RegionView(
        String account,
        String region,
        Instant seen,
        int metricDays,
        List<Resource> resources,
        Set<ResourceType> listed,
        ResourceCosts costs,
        PublicRates rates,
        FindingsConfig thresholds) {
    public RegionView {
        resources = List.copyOf(resources);
        listed = Set.copyOf(listed);
    }

    public List<Resource> of(ResourceType type) {
        return resources.stream().filter(resource -> resource.type() == type).toList();
    }

    /** Whether that was so many days ago at least; not where it is not known. */
    public boolean isOlder(@Nullable Instant time, int days) {
        return time != null && !time.isAfter(seen.minus(Duration.ofDays(days)));
    }

    /** The seconds that metrics are of. */
    public long metricSeconds() {
        return Duration.ofDays(metricDays).toSeconds();
    }
}
