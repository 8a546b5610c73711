package io.curlake.jobs.discovery.collect.network;

import io.curlake.jobs.discovery.Attribute;
import io.curlake.jobs.discovery.Resource;
import io.curlake.jobs.discovery.collect.Collector;
import io.curlake.jobs.discovery.collect.Found;
import io.curlake.jobs.discovery.collect.Place;
import io.curlake.jobs.discovery.collect.machine.Ec2Tags;
import io.curlake.model.resource.ResourceType;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

/** VPC endpoints. */
public final class VpcEndpoints implements Collector {
    @Override
    public ResourceType type() {
        return ResourceType.VPC_ENDPOINT;
    }

    @Override
    public void collect(Place place, Found found) {
        place.client(Ec2Client.builder())
                .describeVpcEndpointsPaginator()
                .vpcEndpoints()
                .forEach(endpoint -> found.add(resource(place, endpoint)));
    }

    private static Resource.Builder resource(Place place, VpcEndpoint endpoint) {
        Resource.Builder resource = place.resource(
                        ResourceType.VPC_ENDPOINT, place.arn("ec2", "vpc-endpoint/" + endpoint.vpcEndpointId()))
                .alsoBilledAs(endpoint.vpcEndpointId())
                .state(endpoint.stateAsString())
                .created(endpoint.creationTimestamp())
                .with(Attribute.ENDPOINT_TYPE, endpoint.vpcEndpointTypeAsString())
                .with(Attribute.SERVICE_NAME, endpoint.serviceName())
                .with(Attribute.REQUESTER_MANAGED, endpoint.requesterManaged())
                .with(Attribute.VPC_ID, endpoint.vpcId());
        Ec2Tags.of(endpoint.tags()).forEach(resource::tag);
        return resource;
    }
}
