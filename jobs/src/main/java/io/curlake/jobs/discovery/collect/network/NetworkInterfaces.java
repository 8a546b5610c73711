package io.curlake.jobs.discovery.collect.network;

import io.curlake.jobs.discovery.Attribute;
import io.curlake.jobs.discovery.Resource;
import io.curlake.jobs.discovery.collect.Collector;
import io.curlake.jobs.discovery.collect.Found;
import io.curlake.jobs.discovery.collect.Place;
import io.curlake.jobs.discovery.collect.machine.Ec2Tags;
import io.curlake.model.resource.ResourceType;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.GroupIdentifier;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;

/** Network interfaces and their public IPv4 addresses. */
public final class NetworkInterfaces implements Collector {
    @Override
    public ResourceType type() {
        return ResourceType.NETWORK_INTERFACE;
    }

    @Override
    public void collect(Place place, Found found) {
        place.client(Ec2Client.builder())
                .describeNetworkInterfacesPaginator()
                .networkInterfaces()
                .forEach(network -> found.add(resource(place, network)));
    }

    private static Resource.Builder resource(Place place, NetworkInterface network) {
        Resource.Builder resource = place.resource(ResourceType.NETWORK_INTERFACE, network.networkInterfaceId())
                .alsoBilledAs(place.arn("ec2", "network-interface/" + network.networkInterfaceId()))
                .state(network.statusAsString())
                .with(Attribute.INTERFACE_TYPE, network.interfaceTypeAsString())
                .with(Attribute.DESCRIPTION, network.description())
                .with(Attribute.REQUESTER_MANAGED, network.requesterManaged())
                .with(Attribute.AVAILABILITY_ZONE, network.availabilityZone())
                .with(Attribute.VPC_ID, network.vpcId())
                .with(Attribute.SUBNET_ID, network.subnetId())
                .with(
                        Attribute.SECURITY_GROUPS,
                        network.groups().stream().map(GroupIdentifier::groupId).toList());
        if (network.association() != null) {
            resource.with(Attribute.PUBLIC_IP, network.association().publicIp());
        }
        if (network.attachment() != null) {
            resource.with(Attribute.ATTACHED_TO, network.attachment().instanceId());
        }
        Ec2Tags.of(network.tagSet()).forEach(resource::tag);
        return resource;
    }
}
