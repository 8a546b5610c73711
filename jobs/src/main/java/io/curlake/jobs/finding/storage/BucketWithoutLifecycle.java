package io.curlake.jobs.finding.storage;

import io.curlake.jobs.discovery.Attribute;
import io.curlake.jobs.finding.Finding;
import io.curlake.jobs.finding.FindingRule;
import io.curlake.jobs.finding.RegionView;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A bucket of some cost in which nothing ever expires or moves to cheaper storage. */
public final class BucketWithoutLifecycle implements FindingRule {
    @Override
    public String name() {
        return "bucket-without-lifecycle";
    }

    @Override
    public List<Finding> find(RegionView view) {
        return CostlyBuckets.find(
                this,
                view,
                bucket -> bucket.number(Attribute.LIFECYCLE_RULES)
                        .filter(rules -> rules.signum() == 0)
                        .isPresent(),
                "No lifecycle rule ends or moves any object.");
    }

    @Override
    public Set<String> saves(String resourceId, Map<String, String> evidence) {
        return Set.of();
    }
}
