package io.curlake.jobs.finding.storage;

import static io.curlake.jobs.finding.TestView.ACCOUNT;
import static io.curlake.jobs.finding.TestView.REGION;
import static io.curlake.jobs.finding.TestView.resource;
import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.discovery.Attribute;
import io.curlake.jobs.discovery.Resource;
import io.curlake.jobs.finding.Finding;
import io.curlake.jobs.finding.Finding.Confidence;
import io.curlake.jobs.finding.Saving;
import io.curlake.jobs.finding.TestCost;
import io.curlake.jobs.finding.TestView;
import io.curlake.model.resource.ResourceType;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IncompleteUploadsTest {
    private static final TestCost COST = TestCost.of("acme-logs", "EU-TimedStorage-ByteHrs", "25.50");

    private final IncompleteUploads rule = new IncompleteUploads();

    @Test
    void aLifecycleThatLeavesIncompleteUploadsIsWorthALook() {
        TestView view = TestView.of(bucket()).billed(COST);

        assertThat(view.find(rule))
                .containsExactly(new Finding(
                        "incomplete-uploads",
                        ACCOUNT,
                        REGION,
                        "bucket",
                        "acme-logs",
                        "",
                        "No lifecycle rule removes the parts of uploads that were never completed.",
                        Map.of("cost", "25.5"),
                        Saving.unknown("only who owns the objects knows which may go"),
                        Confidence.MEDIUM,
                        "aws s3api get-bucket-lifecycle-configuration --bucket acme-logs"));
        assertThat(rule.saves(view.only(rule))).isEmpty();
    }

    @Test
    void aLifecycleThatRemovesThemIsGood() {
        assertThat(TestView.of(bucket().with(Attribute.ABORTS_UPLOADS, true))
                        .billed(COST)
                        .find(rule))
                .isEmpty();
    }

    @Test
    void aBucketWithoutALifecycleIsAnotherFinding() {
        assertThat(TestView.of(bucket().with(Attribute.LIFECYCLE_RULES, 0))
                        .billed(COST)
                        .find(rule))
                .isEmpty();
    }

    @Test
    void whatIsNotKnownOfALifecycleIsNoFault() {
        Resource.Builder bucket = resource(ResourceType.BUCKET, "acme-logs");

        assertThat(TestView.of(bucket).billed(COST).find(rule)).isEmpty();
    }

    @Test
    void aBucketOfLittleCostIsLeftAlone() {
        assertThat(TestView.of(bucket())
                        .billed(TestCost.of("acme-logs", "EU-TimedStorage-ByteHrs", "0.999999"))
                        .find(rule))
                .isEmpty();
    }

    private static Resource.Builder bucket() {
        return resource(ResourceType.BUCKET, "acme-logs")
                .with(Attribute.LIFECYCLE_RULES, 2)
                .with(Attribute.ABORTS_UPLOADS, false);
    }
}
