package io.curlake.jobs.discovery.collect.container;

import io.curlake.jobs.discovery.Attribute;
import io.curlake.jobs.discovery.Resource;
import io.curlake.jobs.discovery.collect.Collector;
import io.curlake.jobs.discovery.collect.Found;
import io.curlake.jobs.discovery.collect.Place;
import io.curlake.model.resource.ResourceType;
import software.amazon.awssdk.services.eks.EksClient;
import software.amazon.awssdk.services.eks.model.Cluster;

/** EKS clusters. */
public final class EksClusters implements Collector {
    @Override
    public ResourceType type() {
        return ResourceType.EKS_CLUSTER;
    }

    @Override
    public void collect(Place place, Found found) {
        EksClient client = place.client(EksClient.builder());
        client.listClustersPaginator().clusters().forEach(name -> {
            Resource.Builder resource = place.resource(ResourceType.EKS_CLUSTER, place.arn("eks", "cluster/" + name))
                    .name(name);
            found.detail(
                            "eks:DescribeCluster",
                            () -> client.describeCluster(request -> request.name(name))
                                    .cluster())
                    .ifPresent(cluster -> describe(resource, cluster));
            found.add(resource);
        });
    }

    private static void describe(Resource.Builder resource, Cluster cluster) {
        resource.state(cluster.statusAsString())
                .created(cluster.createdAt())
                .with(Attribute.ENGINE_VERSION, cluster.version());
        cluster.tags().forEach(resource::tag);
    }
}
