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

class UnattachedVolumeTest {
    private final UnattachedVolume rule = new UnattachedVolume();

    @Test
    void aVolumeWithoutAnInstanceCostsAllThatItIsBilledFor() {
        Resource.Builder volume = unattached()
                .name("data")
                .with(Attribute.VOLUME_TYPE, "io2")
                .with(Attribute.SIZE_GIB, 100)
                .with(Attribute.SNAPSHOT_ID, "snap-0a");

        TestView view = TestView.of(volume)
                .billed(
                        TestCost.of("vol-0a", "EU-EBS:VolumeUsage.io2", "13.80"),
                        TestCost.of("vol-0a", "EU-EBS:VolumeP-IOPS.io2", "72.00"));

        assertThat(view.find(rule))
                .containsExactly(new Finding(
                        "unattached-volume",
                        ACCOUNT,
                        REGION,
                        "volume",
                        "vol-0a",
                        "data",
                        "No instance uses the volume.",
                        Map.of(
                                "created",
                                "2026-10-24T06:00:00Z",
                                "volume_type",
                                "io2",
                                "size_gib",
                                "100",
                                "snapshot_id",
                                "snap-0a"),
                        Saving.of(new BigDecimal("85.80"), "USD", COST),
                        Confidence.MEDIUM,
                        "aws ec2 describe-volumes --region eu-west-1 --volume-ids vol-0a"));
    }

    @Test
    void aVolumeOfAnInstanceIsInUse() {
        assertThat(TestView.of(unattached().state("in-use")).find(rule)).isEmpty();
        assertThat(TestView.of(unattached().with(Attribute.ATTACHED_TO, "i-0a")).find(rule))
                .isEmpty();
    }

    @Test
    void aVolumeThatIsBeingMadeOrDeletedIsLeftAlone() {
        assertThat(TestView.of(unattached().state("creating")).find(rule)).isEmpty();
        assertThat(TestView.of(unattached().state("deleting")).find(rule)).isEmpty();
        assertThat(TestView.of(unattached().state("error")).find(rule)).isEmpty();
    }

    @Test
    void aNewVolumeWaitsForItsInstance() {
        assertThat(TestView.of(unattached().created(daysAgo(7).plusSeconds(1))).find(rule))
                .isEmpty();
        assertThat(TestView.of(unattached().created(null)).find(rule)).isEmpty();
    }

    @Test
    void withoutACostTheSavingIsNotKnown() {
        assertThat(TestView.of(unattached()).saving(rule)).isEqualTo(Saving.unknown(NO_COST));
    }

    private static Resource.Builder unattached() {
        return resource(ResourceType.VOLUME, "vol-0a").state("available").created(daysAgo(7));
    }
}
