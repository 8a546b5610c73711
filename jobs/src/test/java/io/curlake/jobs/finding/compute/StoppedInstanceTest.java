package io.curlake.jobs.finding.compute;

import static io.curlake.jobs.finding.TestView.ACCOUNT;
import static io.curlake.jobs.finding.TestView.COST;
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

class StoppedInstanceTest {
    private static final TestCost ROOT = TestCost.of("vol-0a", "EU-EBS:VolumeUsage.gp2", "11.00");
    private static final TestCost DATA = TestCost.of("vol-0b", "EU-EBS:VolumeUsage.gp3", "17.60");

    private final StoppedInstance rule = new StoppedInstance();

    @Test
    void aStoppedInstanceCostsWhatItsVolumesCost() {
        TestView view = TestView.of(stopped().name("old web"))
                .billed(ROOT, DATA, TestCost.of("vol-0c", "EU-EBS:VolumeUsage.gp3", "50.00"));

        assertThat(view.find(rule))
                .containsExactly(new Finding(
                        "stopped-instance",
                        ACCOUNT,
                        REGION,
                        "instance",
                        "i-0a",
                        "old web",
                        "The instance is stopped; its volumes are paid for all the same.",
                        Map.of("state_since", "2026-10-01T06:00:00Z", "volumes", "vol-0a,vol-0b"),
                        Saving.of(new BigDecimal("28.60"), "USD", COST),
                        Confidence.MEDIUM,
                        "aws ec2 describe-instances --region eu-west-1 --instance-ids i-0a"));
        assertThat(rule.saves(view.only(rule))).containsExactlyInAnyOrder("vol-0a", "vol-0b");
    }

    @Test
    void anInstanceThatRunsNeedsItsVolumes() {
        assertThat(TestView.of(stopped().state("running")).billed(ROOT).find(rule))
                .isEmpty();
    }

    @Test
    void anInstanceThatWasStoppedLatelyMayStartAgain() {
        assertThat(TestView.of(stopped().with(Attribute.STATE_SINCE, daysAgo(30).plusSeconds(1)))
                        .billed(ROOT)
                        .find(rule))
                .isEmpty();
    }

    /** AWS leaves the time out of some reasons. */
    @Test
    void whatIsNotKnownIsNotLong() {
        Resource.Builder instance = resource(ResourceType.INSTANCE, "i-0a")
                .state("stopped")
                .created(daysAgo(400))
                .with(Attribute.VOLUMES, "vol-0a");

        assertThat(TestView.of(instance).billed(ROOT).find(rule)).isEmpty();
    }

    @Test
    void anAutoScalingGroupKeepsAWarmPool() {
        assertThat(TestView.of(stopped().with(Attribute.AUTO_SCALING_GROUP, "web"))
                        .billed(ROOT)
                        .find(rule))
                .isEmpty();
    }

    @Test
    void anInstanceWithoutVolumesOnTheBillCostsNothing() {
        Resource.Builder bare =
                resource(ResourceType.INSTANCE, "i-0b").state("stopped").with(Attribute.STATE_SINCE, daysAgo(30));

        assertThat(TestView.of(stopped(), bare).find(rule)).isEmpty();
    }

    @Test
    void aVolumeThatAnotherInstanceUsesTooIsNotSaved() {
        Resource.Builder shared = resource(ResourceType.VOLUME, "vol-0b").with(Attribute.ATTACHED_TO, "i-0a,i-0b");

        TestView view = TestView.of(stopped(), shared).billed(ROOT, DATA);

        assertThat(view.saving(rule)).isEqualTo(Saving.of(new BigDecimal("11.00"), "USD", COST));
        assertThat(rule.saves(view.only(rule))).containsExactly("vol-0a");
        assertThat(TestView.of(stopped(), shared).billed(DATA).find(rule)).isEmpty();
    }

    @Test
    void inTwoCurrenciesTheSavingIsNotKnown() {
        assertThat(TestView.of(stopped()).billed(ROOT, DATA.in("EUR")).saving(rule))
                .isEqualTo(Saving.unknown("the bill has it in EUR and USD"));
    }

    private static Resource.Builder stopped() {
        return resource(ResourceType.INSTANCE, "i-0a")
                .state("stopped")
                .with(Attribute.STATE_SINCE, daysAgo(30))
                .with(Attribute.VOLUMES, "vol-0a,vol-0b");
    }
}
