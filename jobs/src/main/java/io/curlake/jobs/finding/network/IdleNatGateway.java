package io.curlake.jobs.finding.network;

import io.curlake.jobs.discovery.Attribute;
import io.curlake.jobs.discovery.Metric;
import io.curlake.jobs.finding.Case;
import io.curlake.jobs.finding.Finding;
import io.curlake.jobs.finding.Finding.Confidence;
import io.curlake.jobs.finding.FindingRule;
import io.curlake.jobs.finding.RegionView;
import io.curlake.jobs.finding.Savings;
import io.curlake.model.resource.ResourceType;
import java.util.List;

/** A NAT gateway through which next to nothing goes. */
public final class IdleNatGateway implements FindingRule {
    private static final double GIB = 1L << 30;

    @Override
    public String name() {
        return "idle-nat-gateway";
    }

    @Override
    public List<Finding> find(RegionView view) {
        double most = view.thresholds().idleNatGib().doubleValue() * GIB;
        return view.of(ResourceType.NAT_GATEWAY).stream()
                .filter(gateway -> gateway.state().equals("available"))
                .filter(gateway -> view.isOlder(gateway.created(), view.metricDays()))
                .filter(gateway -> gateway.metric(Metric.PROCESSED_BYTES)
                        .filter(bytes -> bytes <= most)
                        .isPresent())
                .map(gateway -> Case.of(this, gateway, "Next to nothing goes through the NAT gateway.")
                        .withAge()
                        .with(Attribute.VPC_ID)
                        .with(Attribute.SUBNET_ID)
                        .with(Metric.PROCESSED_BYTES)
                        .close(
                                Savings.all(view.costs().of(gateway)),
                                Confidence.MEDIUM,
                                "aws ec2 describe-route-tables --region " + gateway.region()
                                        + " --filters Name=route.nat-gateway-id,Values="
                                        + gateway.id().substring(gateway.id().lastIndexOf('/') + 1)))
                .toList();
    }
}
