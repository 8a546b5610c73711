package io.curlake.jobs.finding.storage;

import static io.curlake.jobs.finding.TestView.ACCOUNT;
import static io.curlake.jobs.finding.TestView.COST;
import static io.curlake.jobs.finding.TestView.NO_COST;
import static io.curlake.jobs.finding.TestView.REGION;
import static io.curlake.jobs.finding.TestView.daysAgo;
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
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ObsoleteSnapshotTest {
    private static final String ARN = "arn:aws:ec2:eu-west-1:111122223333:snapshot/snap-0a";

    private final ObsoleteSnapshot rule = new ObsoleteSnapshot();

    @Test
    void aSnapshotWhoseVolumeIsGoneCostsAllThatItIsBilledFor() {
        Resource.Builder snapshot = obsolete()
                .name("before the upgrade")
                .with(Attribute.SIZE_GIB, 300)
                .with(Attribute.STORAGE_TIER, "standard")
                .with(Attribute.PUBLIC, false);

        TestView view = TestView.of(snapshot).billed(TestCost.of(ARN, "EU-EBS:SnapshotUsage", "15.00"));

        assertThat(view.find(rule))
                .containsExactly(new Finding(
                        "obsolete-snapshot",
                        ACCOUNT,
                        REGION,
                        "snapshot",
                        ARN,
                        "before the upgrade",
                        "The volume of the snapshot is gone, and no image uses it.",
                        Map.of(
                                "created",
                                "2026-08-02T06:00:00Z",
                                "volume_id",
                                "vol-0a",
                                "size_gib",
                                "300",
                                "storage_tier",
                                "standard",
                                "public",
                                "false"),
                        Saving.of(new BigDecimal("15.00"), "USD", COST),
                        Confidence.MEDIUM,
                        "aws ec2 describe-snapshots --region eu-west-1 --snapshot-ids snap-0a"));
    }

    @Test
    void aSnapshotOfAVolumeThatIsThereIsItsBackup() {
        assertThat(TestView.of(obsolete(), resource(ResourceType.VOLUME, "vol-0a"))
                        .find(rule))
                .isEmpty();
        assertThat(TestView.of(obsolete(), resource(ResourceType.VOLUME, "vol-0b"))
                        .find(rule))
                .hasSize(1);
    }

    @Test
    void aSnapshotOfAnImageIsInUse() {
        Resource.Builder image = resource(ResourceType.IMAGE, "ami-0a").with(Attribute.SNAPSHOTS, "snap-09,snap-0a");

        assertThat(TestView.of(obsolete(), image).find(rule)).isEmpty();
    }

    @Test
    void aNewSnapshotIsLeftAlone() {
        assertThat(TestView.of(obsolete().created(daysAgo(90).plusSeconds(1))).find(rule))
                .isEmpty();
        assertThat(TestView.of(obsolete().created(null)).find(rule)).isEmpty();
    }

    @Test
    void whatABackupPlanOrALifecyclePolicyMadeEndsByItself() {
        assertThat(TestView.of(obsolete().tag("aws:backup:source-resource", "vol-0a"))
                        .find(rule))
                .isEmpty();
        assertThat(TestView.of(obsolete().tag("aws:dlm:lifecycle-policy-id", "policy-0a"))
                        .find(rule))
                .isEmpty();
    }

    /** A copy, perhaps of another region and for its loss, has an id that is of no volume. */
    @Test
    void ofACopyNobodyKnowsTheVolume() {
        assertThat(TestView.of(obsolete().with(Attribute.VOLUME_ID, "vol-ffffffff"))
                        .find(rule))
                .isEmpty();
        assertThat(TestView.of(obsolete().with(Attribute.VOLUME_ID, "vol-ffffffffffffffff"))
                        .find(rule))
                .isEmpty();
    }

    @Test
    void aSnapshotThatDoesNotNameItsVolumeIsLeftAlone() {
        Resource.Builder snapshot = resource(ResourceType.SNAPSHOT, ARN).created(daysAgo(400));

        assertThat(TestView.of(snapshot).find(rule)).isEmpty();
    }

    @Test
    void whereVolumesOrImagesWereNotListedNothingIsGone() {
        assertThat(TestView.of(obsolete()).notListed(ResourceType.VOLUME).find(rule))
                .isEmpty();
        assertThat(TestView.of(obsolete()).notListed(ResourceType.IMAGE).find(rule))
                .isEmpty();
    }

    @Test
    void theBillMayNameItByItsIdAlone() {
        assertThat(TestView.of(obsolete())
                        .billed(TestCost.of("snap-0a", "EU-EBS:SnapshotUsage", "2.00"))
                        .saving(rule))
                .isEqualTo(Saving.of(new BigDecimal("2.00"), "USD", COST));
        assertThat(TestView.of(obsolete()).saving(rule)).isEqualTo(Saving.unknown(NO_COST));
    }

    private static Resource.Builder obsolete() {
        return resource(ResourceType.SNAPSHOT, ARN)
                .alsoBilledAs("snap-0a")
                .created(daysAgo(90))
                .with(Attribute.VOLUME_ID, "vol-0a");
    }
}
