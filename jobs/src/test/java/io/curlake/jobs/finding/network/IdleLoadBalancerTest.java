package io.curlake.jobs.finding.network;

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

class IdleLoadBalancerTest {
    private static final String ARN =
            "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/web/50dc6c495c0c9188";
    private static final String CLASSIC = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/old-web";
    private static final String UNASKED = "Nobody asked the load balancer anything.";
    private static final String EMPTY = "Nothing is behind the load balancer.";

    private final IdleLoadBalancer rule = new IdleLoadBalancer();

    @Test
    void aLoadBalancerThatNobodyAsksCostsAllThatItIsBilledFor() {
        Resource.Builder balancer =
                quiet("application").name("web").with(Attribute.TARGETS, 2).with(Attribute.HEALTHY_TARGETS, 1);

        TestView view = TestView.of(balancer)
                .billed(TestCost.of(ARN, "EU-LoadBalancerUsage", "18.14"), TestCost.of(ARN, "EU-LCUUsage", "0.01"));

        assertThat(view.find(rule))
                .containsExactly(new Finding(
                        "idle-load-balancer",
                        ACCOUNT,
                        REGION,
                        "load-balancer",
                        ARN,
                        "web",
                        UNASKED,
                        Map.of(
                                "created",
                                "2026-10-17T06:00:00Z",
                                "load_balancer_type",
                                "application",
                                "targets",
                                "2",
                                "healthy_targets",
                                "1",
                                "requests",
                                "0",
                                "processed_bytes",
                                "0"),
                        Saving.of(new BigDecimal("18.15"), "USD", COST),
                        Confidence.HIGH,
                        "aws elbv2 describe-load-balancers --region eu-west-1 --load-balancer-arns " + ARN));
    }

    @Test
    void aClassicLoadBalancerIsCheckedByItsName() {
        Resource.Builder balancer = resource(ResourceType.CLASSIC_LOAD_BALANCER, CLASSIC)
                .alsoBilledAs("old-web")
                .name("old-web")
                .created(daysAgo(14))
                .with(Attribute.LOAD_BALANCER_TYPE, "classic")
                .with(Metric.REQUESTS, 0)
                .with(Metric.PROCESSED_BYTES, 0);

        TestView view = TestView.of(balancer).billed(TestCost.of("old-web", "EU-LoadBalancerUsage", "20.16"));

        assertThat(view.only(rule).check())
                .isEqualTo("aws elb describe-load-balancers --region eu-west-1 --load-balancer-names old-web");
        assertThat(view.saving(rule)).isEqualTo(Saving.of(new BigDecimal("20.16"), "USD", COST));
    }

    @Test
    void aLoadBalancerThatIsAskedIsUsed() {
        assertThat(TestView.of(quiet("application").with(Metric.REQUESTS, 1)).find(rule))
                .isEmpty();
    }

    /** A connection that was made before the days of metrics is no new flow. */
    @Test
    void aNetworkLoadBalancerOfOldConnectionsIsUsed() {
        assertThat(TestView.of(quiet("network").with(Attribute.TARGETS, 1).with(Metric.PROCESSED_BYTES, 1))
                        .find(rule))
                .isEmpty();
    }

    @Test
    void whatIsNotKnownIsNotIdle() {
        assertThat(TestView.of(old("application")).find(rule)).isEmpty();
        assertThat(TestView.of(old("application").with(Metric.REQUESTS, 0)).find(rule))
                .isEmpty();
        assertThat(TestView.of(old("application").with(Metric.PROCESSED_BYTES, 0))
                        .find(rule))
                .isEmpty();
    }

    /** Such a one may redirect, or answer by itself: CloudWatch counts only what goes to a target. */
    @Test
    void aLoadBalancerWithNothingBehindItIsLessSure() {
        Finding moved = TestView.of(
                        quiet("application").with(Attribute.TARGETS, 0).with(Metric.PROCESSED_BYTES, 1))
                .only(rule);
        Finding unknown =
                TestView.of(old("application").with(Attribute.TARGETS, 0)).only(rule);

        assertThat(moved).extracting(Finding::reason, Finding::confidence).containsExactly(EMPTY, Confidence.LOW);
        assertThat(unknown).extracting(Finding::reason, Finding::confidence).containsExactly(EMPTY, Confidence.LOW);
    }

    /** Its targets may come and go by the hour. */
    @Test
    void aLoadBalancerThatIsAskedIsUsedEvenWithNothingBehindItNow() {
        assertThat(TestView.of(quiet("application").with(Attribute.TARGETS, 0).with(Metric.REQUESTS, 9))
                        .find(rule))
                .isEmpty();
    }

    @Test
    void aGatewayLoadBalancerHasNoRequests() {
        assertThat(TestView.of(quiet("gateway").with(Attribute.TARGETS, 0)).find(rule))
                .isEmpty();
    }

    @Test
    void aLoadBalancerThatIsYoungerThanItsMetricsIsLeftAlone() {
        assertThat(TestView.of(quiet("application").created(daysAgo(14).plusSeconds(1)))
                        .find(rule))
                .isEmpty();
        assertThat(TestView.of(quiet("application").created(null)).find(rule)).isEmpty();
    }

    @Test
    void withoutACostInOneCurrencyTheSavingIsNotKnown() {
        TestCost cost = TestCost.of(ARN, "EU-LoadBalancerUsage", "18.14");

        assertThat(TestView.of(quiet("network")).saving(rule)).isEqualTo(Saving.unknown(NO_COST));
        assertThat(TestView.of(quiet("network")).billed(cost, cost.in("EUR")).saving(rule))
                .isEqualTo(Saving.unknown("the bill has it in EUR and USD"));
    }

    private static Resource.Builder quiet(String type) {
        return old(type).with(Metric.REQUESTS, 0).with(Metric.PROCESSED_BYTES, 0);
    }

    private static Resource.Builder old(String type) {
        return resource(ResourceType.LOAD_BALANCER, ARN).created(daysAgo(14)).with(Attribute.LOAD_BALANCER_TYPE, type);
    }
}
