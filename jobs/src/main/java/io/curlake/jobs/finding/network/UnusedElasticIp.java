package io.curlake.jobs.finding.network;

import io.curlake.jobs.discovery.Attribute;
import io.curlake.jobs.finding.Case;
import io.curlake.jobs.finding.Finding;
import io.curlake.jobs.finding.Finding.Confidence;
import io.curlake.jobs.finding.FindingRule;
import io.curlake.jobs.finding.RegionView;
import io.curlake.jobs.finding.Savings;
import io.curlake.model.resource.ResourceType;
import java.util.List;

/** An elastic IP address that nothing uses. AWS does not say since when. */
public final class UnusedElasticIp implements FindingRule {
    @Override
    public String name() {
        return "unused-elastic-ip";
    }

    @Override
    public List<Finding> find(RegionView view) {
        return view.of(ResourceType.ELASTIC_IP).stream()
                .filter(address -> address.state().equals("unused"))
                .map(address -> Case.of(this, address, "Nothing uses the address.")
                        .with(Attribute.PUBLIC_IP)
                        .close(
                                Savings.all(view.costs().of(address)),
                                Confidence.HIGH,
                                "aws ec2 describe-addresses --region " + address.region() + " --allocation-ids "
                                        + address.text(Attribute.ALLOCATION_ID).orElse("")))
                .toList();
    }
}
