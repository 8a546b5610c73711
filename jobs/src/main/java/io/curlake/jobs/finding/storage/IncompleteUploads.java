package io.curlake.jobs.finding.storage;

import io.curlake.jobs.discovery.Attribute;
import io.curlake.jobs.finding.Finding;
import io.curlake.jobs.finding.FindingRule;
import io.curlake.jobs.finding.RegionView;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A bucket of some cost whose lifecycle leaves the parts of uploads that were never completed, which are billed and not
 * listed.
 */
public final class IncompleteUploads implements FindingRule {
    @Override
    public String name() {
        return "incomplete-uploads";
    }

    @Override
    public List<Finding> find(RegionView view) {
        return CostlyBuckets.find(
                this,
                view,
                bucket -> bucket.isFalse(Attribute.ABORTS_UPLOADS)
                        && bucket.number(Attribute.LIFECYCLE_RULES)
                                .filter(rules -> rules.signum() > 0)
                                .isPresent(),
                "No lifecycle rule removes the parts of uploads that were never completed.");
    }

    @Override
    public Set<String> saves(String resourceId, Map<String, String> evidence) {
        return Set.of();
    }
}
