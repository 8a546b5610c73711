package io.curlake.jobs.discovery.collect.network;

import io.curlake.jobs.discovery.Attribute;
import io.curlake.jobs.discovery.Resource;
import io.curlake.jobs.discovery.collect.Collector;
import io.curlake.jobs.discovery.collect.Found;
import io.curlake.jobs.discovery.collect.Place;
import io.curlake.jobs.discovery.collect.machine.Ec2Tags;
import io.curlake.model.resource.ResourceType;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Address;

/** Elastic IP addresses. AWS answers them at once: there are few, by quota. */
public final class Addresses implements Collector {
    @Override
    public ResourceType type() {
        return ResourceType.ELASTIC_IP;
    }

    @Override
    public void collect(Place place, Found found) {
        place.client(Ec2Client.builder())
                .describeAddresses()
                .addresses()
                .forEach(address -> found.add(resource(place, address)));
    }

    /** An address of EC2-Classic has no allocation, one of a carrier no public IP. */
    private static Resource.Builder resource(Place place, Address address) {
        String allocation = Optional.ofNullable(address.allocationId()).orElseGet(address::publicIp);
        Resource.Builder resource = place.resource(
                        ResourceType.ELASTIC_IP, place.arn("ec2", "elastic-ip/" + allocation))
                .alsoBilledAs(allocation, address.publicIp())
                .state(isUsed(address) ? "associated" : "unused")
                .with(Attribute.ALLOCATION_ID, address.allocationId())
                .with(Attribute.PUBLIC_IP, address.publicIp())
                .with(
                        Attribute.ASSOCIATED_WITH,
                        Stream.of(address.instanceId(), address.networkInterfaceId())
                                .filter(Objects::nonNull)
                                .filter(id -> !id.isEmpty())
                                .findFirst()
                                .orElse(null));
        Ec2Tags.of(address.tags()).forEach(resource::tag);
        return resource;
    }

    private static boolean isUsed(Address address) {
        return address.associationId() != null
                || (address.instanceId() != null && !address.instanceId().isEmpty())
                || address.networkInterfaceId() != null;
    }
}
