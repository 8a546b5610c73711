package io.curlake.jobs.finding.storage;

import static io.curlake.jobs.finding.TestView.ACCOUNT;
import static io.curlake.jobs.finding.TestView.COST;
import static io.curlake.jobs.finding.TestView.NO_COST;
import static io.curlake.jobs.finding.TestView.REGION;
import static io.curlake.jobs.finding.TestView.daysAgo;
import static io.curlake.jobs.finding.TestView.resource;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.curlake.jobs.discovery.Attribute;
import io.curlake.jobs.discovery.Resource;
import io.curlake.jobs.finding.Finding;
import io.curlake.jobs.finding.Finding.Confidence;
import io.curlake.jobs.finding.Saving;
import io.curlake.jobs.finding.TestCost;
import io.curlake.jobs.finding.TestView;
import io.curlake.model.resource.ResourceType;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnusedImageTest {
    private final UnusedImage rule = new UnusedImage();

    @Test
    void anImageWithoutInstancesCostsWhatItsSnapshotsCost() {
        Resource.Builder image = unused("ami-0a", "snap-0a,snap-0b").name("web 2024-03");

        TestView view = TestView.of(image, snapshot("snap-0a"), snapshot("snap-0b"), snapshot("snap-0c"))
                .billed(cost("snap-0a", "2.00"), cost("snap-0b", "3.00"), cost("snap-0c", "50.00"));

        assertThat(view.find(rule))
                .containsExactly(new Finding(
                        "unused-image",
                        ACCOUNT,
                        REGION,
                        "image",
                        "ami-0a",
                        "web 2024-03",
                        "None of the account's instances was started from the image.",
                        Map.of("created", "2026-05-04T06:00:00Z", "snapshots", "snap-0a,snap-0b"),
                        Saving.of(new BigDecimal("5.00"), "USD", COST),
                        Confidence.LOW,
                        "aws ec2 describe-launch-template-versions --region eu-west-1 --versions '$Latest' --filters"
                                + " Name=image-id,Values=ami-0a"));
        assertThat(rule.saves(view.only(rule))).containsExactlyInAnyOrder("ami-0a", "snap-0a", "snap-0b");
    }

    @Test
    void anImageOfAnInstanceIsInUse() {
        Resource.Builder instance =
                resource(ResourceType.INSTANCE, "i-0a").state("stopped").with(Attribute.IMAGE_ID, "ami-0a");

        assertThat(TestView.of(unused("ami-0a", "snap-0a"), instance).find(rule))
                .isEmpty();
    }

    @Test
    void aNewImageIsLeftAlone() {
        assertThat(TestView.of(unused("ami-0a", "snap-0a").created(daysAgo(180).plusSeconds(1)))
                        .find(rule))
                .isEmpty();
        assertThat(TestView.of(unused("ami-0a", "snap-0a").created(null)).find(rule))
                .isEmpty();
    }

    @Test
    void aPublicImageIsForOthers() {
        assertThat(TestView.of(unused("ami-0a", "snap-0a").with(Attribute.PUBLIC, true))
                        .find(rule))
                .isEmpty();
    }

    @Test
    void whatABackupPlanOrALifecyclePolicyMadeEndsByItself() {
        assertThat(TestView.of(unused("ami-0a", "snap-0a").tag("aws:backup:source-resource", "i-0a"))
                        .find(rule))
                .isEmpty();
        assertThat(TestView.of(unused("ami-0a", "snap-0a").tag("aws:dlm:lifecycle-policy-id", "policy-0a"))
                        .find(rule))
                .isEmpty();
    }

    @Test
    void whereInstancesOrSnapshotsWereNotListedNothingIsUnused() {
        assertThat(TestView.of(unused("ami-0a", "snap-0a"))
                        .notListed(ResourceType.INSTANCE)
                        .find(rule))
                .isEmpty();
        assertThat(TestView.of(unused("ami-0a", "snap-0a"))
                        .notListed(ResourceType.SNAPSHOT)
                        .find(rule))
                .isEmpty();
    }

    @Test
    void aSnapshotOfTwoUnusedImagesIsSavedOnce() {
        TestView view = TestView.of(
                        unused("ami-0b", "snap-0a,snap-0b"),
                        unused("ami-0a", "snap-0a"),
                        snapshot("snap-0a"),
                        snapshot("snap-0b"))
                .billed(cost("snap-0a", "2.00"), cost("snap-0b", "3.00"));

        assertThat(view.find(rule))
                .extracting(Finding::resourceId, finding -> finding.saving().amount())
                .containsExactly(tuple("ami-0a", new BigDecimal("2.00")), tuple("ami-0b", new BigDecimal("3.00")));
    }

    @Test
    void aSnapshotOfAnImageThatStaysIsNotSaved() {
        TestView view = TestView.of(
                        unused("ami-0a", "snap-0a,snap-0b"),
                        unused("ami-0b", "snap-0a").created(daysAgo(10)),
                        snapshot("snap-0a"),
                        snapshot("snap-0b"))
                .billed(cost("snap-0a", "2.00"), cost("snap-0b", "3.00"));

        assertThat(view.only(rule).evidence()).containsEntry("snapshots", "snap-0b");
        assertThat(view.saving(rule)).isEqualTo(Saving.of(new BigDecimal("3.00"), "USD", COST));
    }

    @Test
    void withoutACostTheSavingIsNotKnown() {
        TestView view = TestView.of(resource(ResourceType.IMAGE, "ami-0a").created(daysAgo(180)));

        assertThat(view.saving(rule)).isEqualTo(Saving.unknown(NO_COST));
        assertThat(rule.saves(view.only(rule))).containsExactly("ami-0a");
    }

    private static Resource.Builder unused(String id, String snapshots) {
        return resource(ResourceType.IMAGE, id)
                .created(daysAgo(180))
                .with(Attribute.PUBLIC, false)
                .with(Attribute.SNAPSHOTS, snapshots);
    }

    private static Resource.Builder snapshot(String id) {
        return resource(ResourceType.SNAPSHOT, "arn:aws:ec2:eu-west-1:111122223333:snapshot/" + id)
                .alsoBilledAs(id);
    }

    private static TestCost cost(String snapshot, String cost) {
        return TestCost.of("arn:aws:ec2:eu-west-1:111122223333:snapshot/" + snapshot, "EU-EBS:SnapshotUsage", cost);
    }
}
