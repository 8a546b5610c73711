package io.curlake.jobs.finding;

import java.util.List;

/** One reason to look at a resource. */
public interface FindingRule {
    /** As in the table and in {@code findings.off}: {@code unattached-volume}. */
    String name();

    List<Finding> find(RegionView view);
}
