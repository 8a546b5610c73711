package io.curlake.jobs.finding.network;

import io.curlake.jobs.discovery.Attribute;
import io.curlake.jobs.discovery.Metric;
import io.curlake.jobs.discovery.Resource;
import io.curlake.jobs.finding.Case;
import io.curlake.jobs.finding.Finding;
import io.curlake.jobs.finding.Finding.Confidence;
import io.curlake.jobs.finding.FindingRule;
import io.curlake.jobs.finding.RegionView;
import io.curlake.jobs.finding.Savings;
import io.curlake.model.resource.ResourceType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A load balancer that nobody asks anything, or that has nothing behind it. Connections may live longer than the days of
 * metrics, and redirects are no requests in CloudWatch: bytes count too. Gateway load balancers are left out: what goes
 * through them is no request. Source: CloudWatch metrics of load balancers, 2026-10.
 */
public final class IdleLoadBalancer implements FindingRule {
    @Override
    public String name() {
        return "idle-load-balancer";
    }

    @Override
    public List<Finding> find(RegionView view) {
        return Stream.of(ResourceType.LOAD_BALANCER, ResourceType.CLASSIC_LOAD_BALANCER)
                .flatMap(type -> view.of(type).stream())
                .filter(balancer -> balancer.text(Attribute.LOAD_BALANCER_TYPE)
                        .filter("gateway"::equals)
                        .isEmpty())
                .filter(balancer -> view.isOlder(balancer.created(), view.metricDays()))
                .flatMap(balancer -> finding(view, balancer).stream())
                .toList();
    }

    private Optional<Finding> finding(RegionView view, Resource balancer) {
        if (isZero(balancer, Metric.REQUESTS) && isZero(balancer, Metric.PROCESSED_BYTES)) {
            return Optional.of(finding(view, balancer, "Nobody asked the load balancer anything.", Confidence.HIGH));
        }
        boolean isEmpty = balancer.number(Attribute.TARGETS)
                .filter(targets -> targets.signum() == 0)
                .isPresent();
        boolean isAsked = balancer.metric(Metric.REQUESTS)
                .filter(requests -> requests > 0)
                .isPresent();
        return isEmpty && !isAsked
                ? Optional.of(finding(view, balancer, "Nothing is behind the load balancer.", Confidence.LOW))
                : Optional.empty();
    }

    private static boolean isZero(Resource balancer, Metric metric) {
        return balancer.metric(metric).filter(sum -> sum == 0).isPresent();
    }

    private Finding finding(RegionView view, Resource balancer, String reason, Confidence confidence) {
        boolean isClassic = balancer.type() == ResourceType.CLASSIC_LOAD_BALANCER;
        return Case.of(this, balancer, reason)
                .withAge()
                .with(Attribute.LOAD_BALANCER_TYPE)
                .with(Attribute.TARGETS)
                .with(Attribute.HEALTHY_TARGETS)
                .with(Metric.REQUESTS)
                .with(Metric.PROCESSED_BYTES)
                .close(
                        Savings.all(view.costs().of(balancer)),
                        confidence,
                        isClassic
                                ? "aws elb describe-load-balancers --region " + balancer.region()
                                        + " --load-balancer-names " + balancer.name()
                                : "aws elbv2 describe-load-balancers --region " + balancer.region()
                                        + " --load-balancer-arns " + balancer.id());
    }
}
