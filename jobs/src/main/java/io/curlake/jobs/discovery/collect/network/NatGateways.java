package io.curlake.jobs.discovery.collect.network;

import io.curlake.jobs.discovery.Attribute;
import io.curlake.jobs.discovery.Resource;
import io.curlake.jobs.discovery.collect.Collector;
import io.curlake.jobs.discovery.collect.Found;
import io.curlake.jobs.discovery.collect.Place;
import io.curlake.jobs.discovery.collect.machine.Ec2Tags;
import io.curlake.model.resource.ResourceType;
import java.util.Objects;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.NatGateway;
import software.amazon.awssdk.services.ec2.model.NatGatewayAddress;

/** NAT gateways; AWS lists deleted ones for an hour, which are left out. */
public final class NatGateways implements Collector {
    @Override
    public ResourceType type() {
        return ResourceType.NAT_GATEWAY;
    }

    @Override
    public void collect(Place place, Found found) {
        place.client(Ec2Client.builder()).describeNatGatewaysPaginator().natGateways().stream()
                .filter(gateway -> !"deleted".equals(gateway.stateAsString()))
                .forEach(gateway -> found.add(resource(place, gateway)));
    }

    private static Resource.Builder resource(Place place, NatGateway gateway) {
        Resource.Builder resource = place.resource(
                        ResourceType.NAT_GATEWAY, place.arn("ec2", "natgateway/" + gateway.natGatewayId()))
                .alsoBilledAs(gateway.natGatewayId())
                .state(gateway.stateAsString())
                .created(gateway.createTime())
                .with(Attribute.CONNECTIVITY, gateway.connectivityTypeAsString())
                .with(Attribute.VPC_ID, gateway.vpcId())
                .with(Attribute.SUBNET_ID, gateway.subnetId())
                .with(
                        Attribute.PUBLIC_IP,
                        gateway.natGatewayAddresses().stream()
                                .map(NatGatewayAddress::publicIp)
                                .filter(Objects::nonNull)
                                .toList());
        Ec2Tags.of(gateway.tags()).forEach(resource::tag);
        return resource;
    }
}
