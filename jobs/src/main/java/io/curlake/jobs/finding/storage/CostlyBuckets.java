package io.curlake.jobs.finding.storage;

import io.curlake.jobs.discovery.Attribute;
import io.curlake.jobs.discovery.Metric;
import io.curlake.jobs.discovery.Resource;
import io.curlake.jobs.finding.Case;
import io.curlake.jobs.finding.Finding;
import io.curlake.jobs.finding.Finding.Confidence;
import io.curlake.jobs.finding.FindingRule;
import io.curlake.jobs.finding.RegionView;
import io.curlake.jobs.finding.Saving;
import io.curlake.jobs.finding.Savings;
import io.curlake.model.Money;
import io.curlake.model.resource.ResourceType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Buckets of some cost whose lifecycle lacks something. What that costs is not known. */
final class CostlyBuckets {
    private CostlyBuckets() {}

    /** @param isMeant whether the lifecycle of a bucket is such */
    static List<Finding> find(FindingRule rule, RegionView view, Predicate<Resource> isMeant, String reason) {
        return view.of(ResourceType.BUCKET).stream()
                .filter(isMeant)
                .filter(bucket -> cost(view, bucket).compareTo(view.thresholds().bucketCost()) >= 0)
                .map(bucket -> Case.of(rule, bucket, reason)
                        .with(Metric.SIZE_BYTES)
                        .with(Metric.OBJECTS)
                        .with(Attribute.VERSIONING)
                        .with("cost", Money.plain(cost(view, bucket)))
                        .close(
                                Saving.unknown("only who owns the objects knows which may go"),
                                Confidence.MEDIUM,
                                "aws s3api get-bucket-lifecycle-configuration --bucket " + bucket.id()))
                .toList();
    }

    private static BigDecimal cost(RegionView view, Resource bucket) {
        return Optional.ofNullable(Savings.all(view.costs().of(bucket)).amount())
                .orElse(BigDecimal.ZERO);
    }
}
