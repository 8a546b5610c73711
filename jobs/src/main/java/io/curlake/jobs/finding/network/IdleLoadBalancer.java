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

/** A load balancer that nobody asks anything, or that has nothing behind it. Gateway load balancers are left out: what goes through them is no request. */
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
                .flatMap(balancer -> reason(balancer).stream().map(reason -> finding(view, balancer, reason)))
                .toList();
    }

    private static Optional<String> reason(Resource balancer) {
        if (balancer.metric(Metric.REQUESTS).filter(requests -> requests == 0).isPresent()) {
            return Optional.of("Nobody asked the load balancer anything.");
        }
        return balancer.number(Attribute.TARGETS)
                        .filter(targets -> targets.signum() == 0)
                        .isPresent()
                ? Optional.of("Nothing is behind the load balancer.")
                : Optional.empty();
    }

    private Finding finding(RegionView view, Resource balancer, String reason) {
        boolean isClassic = balancer.type() == ResourceType.CLASSIC_LOAD_BALANCER;
        return Case.of(this, balancer, reason)
                .withAge()
                .with(Attribute.LOAD_BALANCER_TYPE)
                .with(Attribute.TARGETS)
                .with(Attribute.HEALTHY_TARGETS)
                .with(Metric.REQUESTS)
                .close(
                        Savings.all(view.costs().of(balancer)),
                        Confidence.HIGH,
                        isClassic
                                ? "aws elb describe-load-balancers --region " + balancer.region()
                                        + " --load-balancer-names " + balancer.name()
                                : "aws elbv2 describe-load-balancers --region " + balancer.region()
                                        + " --load-balancer-arns " + balancer.id());
    }
}
