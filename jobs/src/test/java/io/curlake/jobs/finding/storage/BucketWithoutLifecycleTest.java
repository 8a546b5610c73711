package io.curlake.jobs.finding.storage;

import static io.curlake.jobs.finding.TestView.ACCOUNT;
import static io.curlake.jobs.finding.TestView.REGION;
import static io.curlake.jobs.finding.TestView.resource;
import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.discovery.Attribute;
import io.curlake.jobs.discovery.Metric;
import io.curlake.jobs.discovery.Resource;
import io.curlake.jobs.finding.Finding;
import io.curlake.jobs.finding.Finding.Confidence;
import io.curlake.jobs.finding.Saving;
import io.curlake.jobs.finding.TestCost;
import io.curlake.jobs.finding.TestView;
import io.curlake.model.resource.ResourceType;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BucketWithoutLifecycleTest {
    private final BucketWithoutLifecycle rule = new BucketWithoutLifecycle();

    @Test
    void aCostlyBucketInWhichNothingExpiresIsWorthALook() {
        Resource.Builder bucket = bucket(0)
                .with(Attribute.VERSIONING, "Enabled")
                .with(Metric.SIZE_BYTES, 5e12)
                .with(Metric.OBJECTS, 42);

        TestView view = TestView.of(bucket)
                .billed(
                        TestCost.of("acme-logs", "EU-TimedStorage-ByteHrs", "0.60"),
                        TestCost.of("arn:aws:s3:::acme-logs", "EU-Requests-Tier1", "0.40"));

        assertThat(view.find(rule))
                .containsExactly(new Finding(
                        "bucket-without-lifecycle",
                        ACCOUNT,
                        REGION,
                        "bucket",
                        "acme-logs",
                        "acme-logs",
                        "No lifecycle rule ends or moves any object.",
                        Map.of("size_bytes", "5000000000000", "objects", "42", "versioning", "Enabled", "cost", "1"),
                        Saving.unknown("only who owns the objects knows which may go"),
                        Confidence.MEDIUM,
                        "aws s3api get-bucket-lifecycle-configuration --bucket acme-logs"));
        assertThat(rule.saves(view.only(rule))).isEmpty();
    }

    @Test
    void aBucketWithARuleOrOfWhichRulesAreNotKnownIsLeftAlone() {
        TestCost cost = TestCost.of("acme-logs", "EU-TimedStorage-ByteHrs", "100.00");

        assertThat(TestView.of(bucket(1)).billed(cost).find(rule)).isEmpty();
        assertThat(TestView.of(resource(ResourceType.BUCKET, "acme-logs"))
                        .billed(cost)
                        .find(rule))
                .isEmpty();
    }

    @Test
    void aBucketOfLittleCostIsLeftAlone() {
        TestCost cost = TestCost.of("acme-logs", "EU-TimedStorage-ByteHrs", "0.99");

        assertThat(TestView.of(bucket(0)).billed(cost).find(rule)).isEmpty();
        assertThat(TestView.of(bucket(0)).find(rule)).isEmpty();
    }

    @Test
    void costsInTwoCurrenciesAreNotAddedUp() {
        TestCost cost = TestCost.of("acme-logs", "EU-TimedStorage-ByteHrs", "5.00");

        assertThat(TestView.of(bucket(0)).billed(cost, cost.in("CNY")).find(rule))
                .isEmpty();
    }

    private static Resource.Builder bucket(int rules) {
        return resource(ResourceType.BUCKET, "acme-logs")
                .alsoBilledAs("arn:aws:s3:::acme-logs")
                .name("acme-logs")
                .with(Attribute.LIFECYCLE_RULES, rules);
    }
}
