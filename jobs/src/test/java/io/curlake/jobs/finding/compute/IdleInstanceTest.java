package io.curlake.jobs.finding.compute;

import static io.curlake.jobs.finding.TestView.ACCOUNT;
import static io.curlake.jobs.finding.TestView.COST;
import static io.curlake.jobs.finding.TestView.NO_COST;
import static io.curlake.jobs.finding.TestView.REGION;
import static io.curlake.jobs.finding.TestView.daysAgo;
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
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IdleInstanceTest {
    /** 1,000 bytes a second, for 14 days. */
    private static final double LIMIT = 1_209_600_000;

    private final IdleInstance rule = new IdleInstance();

    @Test
    void anIdleInstanceCostsAllThatItIsBilledFor() {
        Resource.Builder instance = idle().name("batch")
                .with(Attribute.INSTANCE_TYPE, "t2.large")
                .with(Attribute.VOLUMES, "vol-0a")
                .with(Metric.CPU_AVERAGE, 0.25);

        TestView view = TestView.of(instance)
                .billed(
                        TestCost.of("i-0a", "EU-BoxUsage:t2.large", "72.00"),
                        TestCost.of("i-0a", "EU-CPUCredits:t2", "3.00"),
                        TestCost.of("vol-0a", "EU-EBS:VolumeUsage.gp3", "8.00"));

        assertThat(view.find(rule))
                .containsExactly(new Finding(
                        "idle-instance",
                        ACCOUNT,
                        REGION,
                        "instance",
                        "i-0a",
                        "batch",
                        "The instance runs, and neither computes nor talks.",
                        Map.of(
                                "created",
                                "2026-10-17T06:00:00Z",
                                "instance_type",
                                "t2.large",
                                "volumes",
                                "vol-0a",
                                "cpu_average",
                                "0.25",
                                "cpu_maximum",
                                "4.9",
                                "network_bytes",
                                "1209599999"),
                        Saving.of(new BigDecimal("75.00"), "USD", COST),
                        Confidence.MEDIUM,
                        "aws ec2 describe-instances --region eu-west-1 --instance-ids i-0a"));
    }

    @Test
    void anInstanceThatComputesOrTalksIsNotIdle() {
        assertThat(TestView.of(idle().with(Metric.CPU_MAXIMUM, 5)).find(rule)).isEmpty();
        assertThat(TestView.of(idle().with(Metric.NETWORK_BYTES, LIMIT)).find(rule))
                .isEmpty();
    }

    @Test
    void whatIsNotKnownIsNotIdle() {
        Resource.Builder silent = old().with(Metric.NETWORK_BYTES, 0);
        Resource.Builder deaf = old().with(Metric.CPU_MAXIMUM, 1);

        assertThat(TestView.of(old()).find(rule)).isEmpty();
        assertThat(TestView.of(silent).find(rule)).isEmpty();
        assertThat(TestView.of(deaf).find(rule)).isEmpty();
    }

    @Test
    void anInstanceThatDoesNotRunIsNotIdle() {
        assertThat(TestView.of(idle().state("stopped")).find(rule)).isEmpty();
    }

    @Test
    void anAutoScalingGroupDecidesItself() {
        assertThat(TestView.of(idle().with(Attribute.AUTO_SCALING_GROUP, "web")).find(rule))
                .isEmpty();
    }

    @Test
    void anInstanceThatIsYoungerThanItsMetricsIsLeftAlone() {
        assertThat(TestView.of(idle().created(daysAgo(14).plusSeconds(1))).find(rule))
                .isEmpty();
        assertThat(TestView.of(idle().created(null)).find(rule)).isEmpty();
    }

    @Test
    void withoutACostInOneCurrencyTheSavingIsNotKnown() {
        TestCost cost = TestCost.of("i-0a", "EU-BoxUsage:t2.large", "72.00");

        assertThat(TestView.of(idle()).saving(rule)).isEqualTo(Saving.unknown(NO_COST));
        assertThat(TestView.of(idle()).billed(cost, cost.in("EUR")).saving(rule))
                .isEqualTo(Saving.unknown("the bill has it in EUR and USD"));
    }

    private static Resource.Builder idle() {
        return old().with(Metric.CPU_MAXIMUM, 4.9).with(Metric.NETWORK_BYTES, LIMIT - 1);
    }

    private static Resource.Builder old() {
        return resource(ResourceType.INSTANCE, "i-0a").state("running").created(daysAgo(14));
    }
}
