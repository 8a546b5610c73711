package io.curlake.jobs.finding.storage;

import io.curlake.jobs.discovery.Attribute;
import io.curlake.jobs.discovery.Metric;
import io.curlake.jobs.finding.Case;
import io.curlake.jobs.finding.Finding;
import io.curlake.jobs.finding.Finding.Confidence;
import io.curlake.jobs.finding.FindingRule;
import io.curlake.jobs.finding.RegionView;
import io.curlake.jobs.finding.Saving;
import io.curlake.model.resource.ResourceType;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A log group of some size that keeps its events for ever. Of class {@code DELIVERY} none does, whatever its retention says.
 */
public final class LogGroupWithoutRetention implements FindingRule {
    private static final double GIB = 1L << 30;

    @Override
    public String name() {
        return "log-group-without-retention";
    }

    @Override
    public List<Finding> find(RegionView view) {
        double least = view.thresholds().logGroupGib().doubleValue() * GIB;
        return view.of(ResourceType.LOG_GROUP).stream()
                .filter(group -> group.text(Attribute.RETENTION_DAYS).isEmpty())
                .filter(group -> group.text(Attribute.LOG_CLASS)
                        .filter("DELIVERY"::equals)
                        .isEmpty())
                .filter(group -> group.metric(Metric.SIZE_BYTES)
                        .filter(size -> size >= least)
                        .isPresent())
                .map(group -> Case.of(this, group, "The log group keeps its events for ever.")
                        .with(Metric.SIZE_BYTES)
                        .close(
                                Saving.unknown("only who owns the logs knows for how long they are needed"),
                                Confidence.MEDIUM,
                                "aws logs describe-log-groups --region " + group.region() + " --log-group-name-prefix "
                                        + group.name()))
                .toList();
    }

    @Override
    public Set<String> saves(String resourceId, Map<String, String> evidence) {
        return Set.of();
    }
}
