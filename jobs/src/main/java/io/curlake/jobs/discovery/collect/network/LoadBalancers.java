package io.curlake.jobs.discovery.collect.network;

import io.curlake.jobs.discovery.Attribute;
import io.curlake.jobs.discovery.Resource;
import io.curlake.jobs.discovery.collect.Collector;
import io.curlake.jobs.discovery.collect.Found;
import io.curlake.jobs.discovery.collect.Place;
import io.curlake.model.resource.ResourceType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Tag;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthDescription;

/** Application, network and gateway load balancers, and what is behind them. */
public final class LoadBalancers implements Collector {
    private static final int TAGGED_AT_ONCE = 20;

    @Override
    public ResourceType type() {
        return ResourceType.LOAD_BALANCER;
    }

    @Override
    public void collect(Place place, Found found) {
        ElasticLoadBalancingV2Client client = place.client(ElasticLoadBalancingV2Client.builder());
        List<LoadBalancer> balancers =
                client.describeLoadBalancersPaginator().loadBalancers().stream().toList();
        if (balancers.isEmpty()) {
            return;
        }
        Optional<Map<String, List<TargetHealthDescription>>> targets = targets(client, found);
        Map<String, List<Tag>> tags = tags(client, balancers, found);
        balancers.forEach(balancer -> {
            Resource.Builder resource = resource(place, balancer);
            tags.getOrDefault(balancer.loadBalancerArn(), List.of())
                    .forEach(tag -> resource.tag(tag.key(), tag.value()));
            targets.map(all -> all.getOrDefault(balancer.loadBalancerArn(), List.of()))
                    .ifPresent(behind -> resource.with(Attribute.TARGETS, behind.size())
                            .with(
                                    Attribute.HEALTHY_TARGETS,
                                    behind.stream()
                                            .filter(LoadBalancers::isHealthy)
                                            .count()));
            found.add(resource);
        });
    }

    private static Resource.Builder resource(Place place, LoadBalancer balancer) {
        return place.resource(ResourceType.LOAD_BALANCER, balancer.loadBalancerArn())
                .name(balancer.loadBalancerName())
                .state(balancer.state() == null ? "" : balancer.state().codeAsString())
                .created(balancer.createdTime())
                .with(Attribute.LOAD_BALANCER_TYPE, balancer.typeAsString())
                .with(Attribute.SCHEME, balancer.schemeAsString())
                .with(Attribute.DNS_NAME, balancer.dnsName())
                .with(Attribute.VPC_ID, balancer.vpcId())
                .with(Attribute.SECURITY_GROUPS, balancer.securityGroups());
    }

    private static boolean isHealthy(TargetHealthDescription target) {
        return target.targetHealth() != null
                && "healthy".equals(target.targetHealth().stateAsString());
    }

    /** By the ARN of the load balancer; empty where they may not be seen. */
    private static Optional<Map<String, List<TargetHealthDescription>>> targets(
            ElasticLoadBalancingV2Client client, Found found) {
        Optional<List<TargetGroup>> groups = found.detail(
                "elasticloadbalancing:DescribeTargetGroups",
                () -> client.describeTargetGroupsPaginator().targetGroups().stream()
                        .toList());
        if (groups.isEmpty()) {
            return Optional.empty();
        }
        return found.detail("elasticloadbalancing:DescribeTargetHealth", () -> {
            Map<String, List<TargetHealthDescription>> targets = new HashMap<>();
            for (TargetGroup group : groups.get()) {
                if (!group.loadBalancerArns().isEmpty()) {
                    List<TargetHealthDescription> health = client.describeTargetHealth(
                                    request -> request.targetGroupArn(group.targetGroupArn()))
                            .targetHealthDescriptions();
                    group.loadBalancerArns()
                            .forEach(arn -> targets.computeIfAbsent(arn, any -> new ArrayList<>())
                                    .addAll(health));
                }
            }
            return targets;
        });
    }

    private static Map<String, List<Tag>> tags(
            ElasticLoadBalancingV2Client client, List<LoadBalancer> balancers, Found found) {
        Map<String, List<Tag>> tags = new HashMap<>();
        for (int from = 0; from < balancers.size(); from += TAGGED_AT_ONCE) {
            List<String> some = balancers.subList(from, Math.min(balancers.size(), from + TAGGED_AT_ONCE)).stream()
                    .map(LoadBalancer::loadBalancerArn)
                    .toList();
            found.detail(
                            "elasticloadbalancing:DescribeTags",
                            () -> client.describeTags(request -> request.resourceArns(some))
                                    .tagDescriptions())
                    .ifPresent(all -> all.forEach(one -> tags.put(one.resourceArn(), one.tags())));
        }
        return tags;
    }
}
