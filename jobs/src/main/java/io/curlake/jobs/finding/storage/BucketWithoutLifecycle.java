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
import java.util.Set;

/** A bucket of some cost in which nothing ever expires or moves to cheaper storage. */
public final class BucketWithoutLifecycle implements FindingRule {
    @Override
    public String name() {
        return "bucket-without-lifecycle";
    }

    @Override
    public List<Finding> find(RegionView view) {
        return view.of(ResourceType.BUCKET).stream()
                .filter(bucket -> bucket.number(Attribute.LIFECYCLE_RULES)
                        .filter(rules -> rules.signum() == 0)
                        .isPresent())
                .filter(bucket -> isWorthIt(view, bucket))
                .map(bucket -> Case.of(this, bucket, "No lifecycle rule ends or moves any object.")
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

    private static boolean isWorthIt(RegionView view, Resource bucket) {
        return cost(view, bucket).compareTo(view.thresholds().bucketCost()) >= 0;
    }

    private static BigDecimal cost(RegionView view, Resource bucket) {
        return Optional.ofNullable(Savings.all(view.costs().of(bucket)).amount())
                .orElse(BigDecimal.ZERO);
    }

    @Override
    public Set<String> saves(Finding finding) {
        return Set.of();
    }
}
