package io.curlake.jobs.finding.compute;

import io.curlake.jobs.discovery.Attribute;
import io.curlake.jobs.discovery.Resource;
import io.curlake.jobs.finding.Case;
import io.curlake.jobs.finding.Finding;
import io.curlake.jobs.finding.Finding.Confidence;
import io.curlake.jobs.finding.FindingRule;
import io.curlake.jobs.finding.RegionView;
import io.curlake.jobs.finding.Savings;
import io.curlake.jobs.finding.UsageCost;
import io.curlake.model.resource.ResourceType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An instance that is stopped for long, and whose volumes are paid for all the same. Those of an auto scaling group are left
 * out: they wait in its warm pool. A volume that is attached to others too is not counted.
 */
public final class StoppedInstance implements FindingRule {
    @Override
    public String name() {
        return "stopped-instance";
    }

    @Override
    public List<Finding> find(RegionView view) {
        Set<String> shared = view.of(ResourceType.VOLUME).stream()
                .filter(volume -> volume.texts(Attribute.ATTACHED_TO).size() > 1)
                .map(Resource::id)
                .collect(Collectors.toSet());
        return view.of(ResourceType.INSTANCE).stream()
                .filter(instance -> instance.state().equals("stopped"))
                .filter(instance -> instance.text(Attribute.AUTO_SCALING_GROUP).isEmpty())
                .filter(instance -> view.isOlder(
                        instance.time(Attribute.STATE_SINCE).orElse(null),
                        view.thresholds().stoppedDays()))
                .flatMap(instance -> finding(view, instance, shared).stream())
                .toList();
    }

    private Optional<Finding> finding(RegionView view, Resource instance, Set<String> shared) {
        List<String> volumes = instance.texts(Attribute.VOLUMES).stream()
                .filter(volume -> !shared.contains(volume))
                .toList();
        List<UsageCost> costs = volumes.stream()
                .flatMap(volume -> view.costs().of(volume).stream())
                .toList();
        return costs.isEmpty()
                ? Optional.empty()
                : Optional.of(Case.of(this, instance, "The instance is stopped; its volumes are paid for all the same.")
                        .with(Attribute.STATE_SINCE)
                        .with(Attribute.VOLUMES.key(), String.join(",", volumes))
                        .close(
                                Savings.all(costs),
                                Confidence.MEDIUM,
                                "aws ec2 describe-instances --region " + instance.region() + " --instance-ids "
                                        + instance.id()));
    }

    /** It is its volumes that cost. */
    @Override
    public Set<String> saves(String resourceId, Map<String, String> evidence) {
        return Set.copyOf(
                Arrays.asList(evidence.getOrDefault(Attribute.VOLUMES.key(), "").split(",", -1)));
    }
}
