package io.curlake.jobs.finding.access;

import io.curlake.jobs.discovery.Attribute;
import io.curlake.jobs.finding.Case;
import io.curlake.jobs.finding.Finding;
import io.curlake.jobs.finding.Finding.Confidence;
import io.curlake.jobs.finding.FindingRule;
import io.curlake.jobs.finding.RegionView;
import io.curlake.jobs.finding.Savings;
import io.curlake.model.resource.ResourceType;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A bucket that everyone may read or write: by policy or ACL, and its own settings do not block it all. The settings of the
 * whole account, which may block it too, are not looked at.
 */
public final class PublicBucket implements FindingRule {
    @Override
    public String name() {
        return "public-bucket";
    }

    @Override
    public List<Finding> find(RegionView view) {
        return view.of(ResourceType.BUCKET).stream()
                .filter(bucket -> bucket.isTrue(Attribute.PUBLIC_BY_POLICY) || bucket.isTrue(Attribute.PUBLIC_BY_ACL))
                .filter(bucket -> !bucket.isTrue(Attribute.PUBLIC_ACCESS_BLOCKED))
                .map(bucket -> Case.of(this, bucket, "Everyone may use the bucket.")
                        .with(Attribute.PUBLIC_BY_POLICY)
                        .with(Attribute.PUBLIC_BY_ACL)
                        .with(Attribute.PUBLIC_ACCESS_BLOCKED)
                        .close(
                                Savings.A_RISK,
                                bucket.isFalse(Attribute.PUBLIC_ACCESS_BLOCKED) ? Confidence.HIGH : Confidence.MEDIUM,
                                "aws s3api get-bucket-policy-status --bucket " + bucket.id()
                                        + "; aws s3api get-bucket-acl --bucket " + bucket.id()
                                        + "; aws s3control get-public-access-block --account-id " + bucket.account()))
                .toList();
    }

    @Override
    public Set<String> saves(String resourceId, Map<String, String> evidence) {
        return Set.of();
    }
}
