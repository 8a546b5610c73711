package io.curlake.jobs.discovery.collect.network;

import io.curlake.jobs.discovery.Attribute;
import io.curlake.jobs.discovery.Resource;
import io.curlake.jobs.discovery.collect.Collector;
import io.curlake.jobs.discovery.collect.Found;
import io.curlake.jobs.discovery.collect.Place;
import io.curlake.model.resource.ResourceType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.elasticloadbalancing.ElasticLoadBalancingClient;
import software.amazon.awssdk.services.elasticloadbalancing.model.LoadBalancerDescription;
import software.amazon.awssdk.services.elasticloadbalancing.model.Tag;

/** Load balancers of the first generation. */
public final class ClassicLoadBalancers implements Collector {
    private static final int TAGGED_AT_ONCE = 20;

    @Override
    public ResourceType type() {
        return ResourceType.CLASSIC_LOAD_BALANCER;
    }

    @Override
    public void collect(Place place, Found found) {
        ElasticLoadBalancingClient client = place.client(ElasticLoadBalancingClient.builder());
        List<LoadBalancerDescription> balancers =
                client.describeLoadBalancersPaginator().loadBalancerDescriptions().stream()
                        .toList();
        Map<String, List<Tag>> tags = tags(client, balancers, found);
        balancers.forEach(balancer -> {
            Resource.Builder resource = resource(place, balancer);
            tags.getOrDefault(balancer.loadBalancerName(), List.of())
                    .forEach(tag -> resource.tag(tag.key(), tag.value()));
            found.add(resource);
        });
    }

    /** AWS bills it by an ARN that it does not answer. */
    private static Resource.Builder resource(Place place, LoadBalancerDescription balancer) {
        return place.resource(
                        ResourceType.CLASSIC_LOAD_BALANCER,
                        place.arn("elasticloadbalancing", "loadbalancer/" + balancer.loadBalancerName()))
                .alsoBilledAs(balancer.loadBalancerName())
                .name(balancer.loadBalancerName())
                .created(balancer.createdTime())
                .with(Attribute.LOAD_BALANCER_TYPE, "classic")
                .with(Attribute.SCHEME, balancer.scheme())
                .with(Attribute.DNS_NAME, balancer.dnsName())
                .with(Attribute.VPC_ID, balancer.vpcId())
                .with(Attribute.SECURITY_GROUPS, balancer.securityGroups())
                .with(Attribute.TARGETS, balancer.instances().size());
    }

    private static Map<String, List<Tag>> tags(
            ElasticLoadBalancingClient client, List<LoadBalancerDescription> balancers, Found found) {
        Map<String, List<Tag>> tags = new HashMap<>();
        for (int from = 0; from < balancers.size(); from += TAGGED_AT_ONCE) {
            List<String> some = balancers.subList(from, Math.min(balancers.size(), from + TAGGED_AT_ONCE)).stream()
                    .map(LoadBalancerDescription::loadBalancerName)
                    .toList();
            found.detail(
                            "elasticloadbalancing:DescribeTags",
                            () -> client.describeTags(request -> request.loadBalancerNames(some))
                                    .tagDescriptions())
                    .ifPresent(all -> all.forEach(one -> tags.put(one.loadBalancerName(), one.tags())));
        }
        return tags;
    }
}
