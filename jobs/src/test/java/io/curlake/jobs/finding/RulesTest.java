package io.curlake.jobs.finding;

import static io.curlake.jobs.finding.TestView.daysAgo;
import static io.curlake.jobs.finding.TestView.resource;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.curlake.jobs.discovery.Attribute;
import io.curlake.jobs.discovery.Metric;
import io.curlake.jobs.discovery.Resource;
import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import io.curlake.model.config.FindingsConfig;
import io.curlake.model.resource.ResourceType;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RulesTest {
    private static final TestCost VOLUME = TestCost.of("vol-0a", "EU-EBS:VolumeUsage.gp2", "11.00");

    @Test
    void whatCanGoIsNotMadeCheaperToo() {
        TestView view = TestView.of(unattached()).billed(VOLUME);

        assertThat(found(view)).containsExactly("unattached-volume vol-0a");
    }

    @Test
    void whatCanGoIsNotMadeCheaperEvenWhereItsCostIsNotKnown() {
        assertThat(found(TestView.of(unattached()))).containsExactly("unattached-volume vol-0a");
    }

    @Test
    void theVolumesOfAStoppedInstanceAreSavedOnce() {
        TestView view = TestView.of(stopped(), gp2("vol-0a"), gp2("vol-0b"))
                .billed(VOLUME, TestCost.of("vol-0b", "EU-EBS:VolumeUsage.gp2", "5.00"));

        assertThat(found(view)).containsExactly("stopped-instance i-0a", "gp2-volume vol-0b");
    }

    @Test
    void anIdleInstanceIsNotMadeCheaperButItsVolumeIs() {
        Resource.Builder idle = resource(ResourceType.INSTANCE, "i-0a")
                .state("running")
                .created(daysAgo(14))
                .with(Attribute.INSTANCE_TYPE, "m4.large")
                .with(Attribute.VOLUMES, "vol-0a")
                .with(Metric.CPU_MAXIMUM, 1)
                .with(Metric.NETWORK_BYTES, 0);

        TestView view =
                TestView.of(idle, gp2("vol-0a")).billed(TestCost.of("i-0a", "EU-BoxUsage:m4.large", "80.00"), VOLUME);

        assertThat(found(view)).containsExactly("idle-instance i-0a", "gp2-volume vol-0a");
    }

    @Test
    void aSnapshotOfAnUnusedImageIsSavedOnce() {
        Resource.Builder image =
                resource(ResourceType.IMAGE, "ami-0a").created(daysAgo(180)).with(Attribute.SNAPSHOTS, "snap-0a");
        Resource.Builder snapshot = resource(
                        ResourceType.SNAPSHOT, "arn:aws:ec2:eu-west-1:111122223333:snapshot/snap-0a")
                .alsoBilledAs("snap-0a")
                .created(daysAgo(180))
                .with(Attribute.VOLUME_ID, "vol-09");

        assertThat(found(TestView.of(image, snapshot))).containsExactly("unused-image ami-0a");
    }

    /** A risk takes no cost from what saves some. */
    @Test
    void oneBucketMayBeARiskAndACost() {
        Resource.Builder bucket = resource(ResourceType.BUCKET, "acme-site")
                .with(Attribute.LIFECYCLE_RULES, 0)
                .with(Attribute.PUBLIC_BY_POLICY, true);

        TestView view = TestView.of(bucket).billed(TestCost.of("acme-site", "EU-TimedStorage-ByteHrs", "5.00"));

        assertThat(found(view)).containsExactly("bucket-without-lifecycle acme-site", "public-bucket acme-site");
    }

    @Test
    void aRuleThatIsOffFindsNothingAndSavesNothing() {
        TestView view = TestView.of(unattached()).billed(VOLUME);

        assertThat(found(view, "unattached-volume")).containsExactly("gp2-volume vol-0a");
        assertThat(found(view, "unattached-volume", "gp2-volume")).isEmpty();
    }

    @Test
    void aRuleThatThereIsNoneOfCannotBeOff() {
        assertThatThrownBy(() -> Rules.of(off("gp2-volume", "idle-machine")))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.exitCode()).isEqualTo(ExitCode.USAGE))
                .hasMessage("Cannot turn off rule 'idle-machine' of findings.off: there are bucket-without-lifecycle, "
                        + "gp2-volume, idle-instance, idle-load-balancer, idle-nat-gateway, inactive-access-key, "
                        + "inactive-user, incomplete-uploads, log-group-without-retention, obsolete-snapshot, "
                        + "old-generation, open-security-group, public-bucket, stopped-instance, unattached-volume, "
                        + "uncovered-usage, unused-commitment, unused-elastic-ip, unused-image, zombie-stream, "
                        + "zombie-table.");
    }

    @Test
    void namesAreSortedAndOfOneRuleEach() {
        assertThat(List.copyOf(Rules.names())).isSorted().hasSize(21);
    }

    @Test
    void everyRuleCanBeOff() {
        TestView view = TestView.of(unattached(), stopped()).billed(VOLUME);

        assertThat(found(view, Rules.names().toArray(String[]::new))).isEmpty();
    }

    private static List<String> found(TestView view, String... off) {
        return Rules.of(off(off)).find(view.view()).stream()
                .map(finding -> finding.rule() + " " + finding.resourceId())
                .toList();
    }

    private static FindingsConfig off(String... names) {
        FindingsConfig all = FindingsConfig.DEFAULT;
        return new FindingsConfig(
                all.unattachedDays(),
                all.snapshotDays(),
                all.imageDays(),
                all.stoppedDays(),
                all.idleCpu(),
                all.idleNetwork(),
                all.idleNatGib(),
                all.unusedDays(),
                all.ports(),
                all.bucketCost(),
                all.logGroupGib(),
                all.uncoveredCost(),
                all.unusedCommitment(),
                Set.of(names));
    }

    private static Resource.Builder unattached() {
        return gp2("vol-0a").state("available").created(daysAgo(7));
    }

    private static Resource.Builder gp2(String id) {
        return resource(ResourceType.VOLUME, id)
                .with(Attribute.VOLUME_TYPE, "gp2")
                .with(Attribute.SIZE_GIB, 100);
    }

    private static Resource.Builder stopped() {
        return resource(ResourceType.INSTANCE, "i-0a")
                .state("stopped")
                .with(Attribute.STATE_SINCE, daysAgo(30))
                .with(Attribute.VOLUMES, "vol-0a");
    }
}
