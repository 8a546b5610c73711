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
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An instance that is stopped for long, and whose volumes are paid for all the same. */
public final class StoppedInstance implements FindingRule {
    @Override
    public String name() {
        return "stopped-instance";
    }

    @Override
    public List<Finding> find(RegionView view) {
        return view.of(ResourceType.INSTANCE).stream()
                .filter(instance -> instance.state().equals("stopped"))
                .filter(instance -> view.isOlder(
                        instance.time(Attribute.STATE_SINCE).orElse(null),
                        view.thresholds().stoppedDays()))
                .flatMap(instance -> finding(view, instance).stream())
                .toList();
    }

    private Optional<Finding> finding(RegionView view, Resource instance) {
        List<UsageCost> costs = instance.texts(Attribute.VOLUMES).stream()
                .flatMap(volume -> view.costs().of(volume).stream())
                .toList();
        return costs.isEmpty()
                ? Optional.empty()
                : Optional.of(Case.of(this, instance, "The instance is stopped; its volumes are paid for all the same.")
                        .with(Attribute.STATE_SINCE)
                        .with(Attribute.VOLUMES)
                        .close(
                                Savings.all(costs),
                                Confidence.MEDIUM,
                                "aws ec2 describe-instances --region " + instance.region() + " --instance-ids "
                                        + instance.id()));
    }

    /** It is its volumes that cost. */
    @Override
    public Set<String> saves(Finding finding) {
        return Set.of(
                finding.evidence().getOrDefault(Attribute.VOLUMES.key(), "").split(",", -1));
    }
}
