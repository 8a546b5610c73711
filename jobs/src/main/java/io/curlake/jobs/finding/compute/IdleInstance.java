package io.curlake.jobs.finding.compute;

import io.curlake.jobs.discovery.Attribute;
import io.curlake.jobs.discovery.Metric;
import io.curlake.jobs.discovery.Resource;
import io.curlake.jobs.finding.Case;
import io.curlake.jobs.finding.Finding;
import io.curlake.jobs.finding.Finding.Confidence;
import io.curlake.jobs.finding.FindingRule;
import io.curlake.jobs.finding.RegionView;
import io.curlake.jobs.finding.Savings;
import io.curlake.model.resource.ResourceType;
import java.util.List;

/**
 * An instance that runs, and neither computes nor talks. Those of an auto scaling group are left out: the group decides how
 * many there are.
 */
public final class IdleInstance implements FindingRule {
    @Override
    public String name() {
        return "idle-instance";
    }

    @Override
    public List<Finding> find(RegionView view) {
        return view.of(ResourceType.INSTANCE).stream()
                .filter(instance -> instance.state().equals("running"))
                .filter(instance -> instance.text(Attribute.AUTO_SCALING_GROUP).isEmpty())
                .filter(instance -> view.isOlder(instance.created(), view.metricDays()))
                .filter(instance -> isIdle(view, instance))
                .map(instance -> Case.of(this, instance, "The instance runs, and neither computes nor talks.")
                        .withAge()
                        .with(Attribute.INSTANCE_TYPE)
                        .with(Attribute.VOLUMES)
                        .with(Metric.CPU_AVERAGE)
                        .with(Metric.CPU_MAXIMUM)
                        .with(Metric.NETWORK_BYTES)
                        .close(
                                Savings.all(view.costs().of(instance)),
                                Confidence.MEDIUM,
                                "aws ec2 describe-instances --region " + instance.region() + " --instance-ids "
                                        + instance.id()))
                .toList();
    }

    private static boolean isIdle(RegionView view, Resource instance) {
        double mostCpu = view.thresholds().idleCpu().doubleValue();
        double mostBytes = view.thresholds().idleNetwork().doubleValue() * view.metricSeconds();
        return instance.metric(Metric.CPU_MAXIMUM).filter(cpu -> cpu < mostCpu).isPresent()
                && instance.metric(Metric.NETWORK_BYTES)
                        .filter(bytes -> bytes < mostBytes)
                        .isPresent();
    }
}
