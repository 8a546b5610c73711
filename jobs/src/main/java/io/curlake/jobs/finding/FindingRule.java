package io.curlake.jobs.finding;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** One reason to look at a resource. */
public interface FindingRule {
    /** As in the table and in {@code findings.off}: {@code unattached-volume}. */
    String name();

    List<Finding> find(RegionView view);

    /**
     * The resources whose cost a finding saves, known or not, and no other may save again; none of a finding that is no saving.
     */
    default Set<String> saves(String resourceId, Map<String, String> evidence) {
        return Set.of(resourceId);
    }

    default Set<String> saves(Finding finding) {
        return saves(finding.resourceId(), finding.evidence());
    }
}
