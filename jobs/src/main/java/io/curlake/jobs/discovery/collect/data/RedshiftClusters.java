package io.curlake.jobs.discovery.collect.data;

import io.curlake.jobs.discovery.Attribute;
import io.curlake.jobs.discovery.Resource;
import io.curlake.jobs.discovery.collect.Collector;
import io.curlake.jobs.discovery.collect.Found;
import io.curlake.jobs.discovery.collect.Place;
import io.curlake.model.resource.ResourceType;
import java.util.Optional;
import software.amazon.awssdk.services.redshift.RedshiftClient;
import software.amazon.awssdk.services.redshift.model.Cluster;

/** Redshift clusters. */
public final class RedshiftClusters implements Collector {
    @Override
    public ResourceType type() {
        return ResourceType.REDSHIFT_CLUSTER;
    }

    @Override
    public void collect(Place place, Found found) {
        place.client(RedshiftClient.builder())
                .describeClustersPaginator()
                .clusters()
                .forEach(cluster -> found.add(resource(place, cluster)));
    }

    private static Resource.Builder resource(Place place, Cluster cluster) {
        Resource.Builder resource = place.resource(
                        ResourceType.REDSHIFT_CLUSTER, place.arn("redshift", "cluster:" + cluster.clusterIdentifier()))
                .alsoBilledAs(Optional.ofNullable(cluster.clusterNamespaceArn()).stream()
                        .toArray(String[]::new))
                .name(cluster.clusterIdentifier())
                .state(cluster.clusterStatus())
                .created(cluster.clusterCreateTime())
                .with(Attribute.INSTANCE_TYPE, cluster.nodeType())
                .with(Attribute.NODES, cluster.numberOfNodes())
                .with(Attribute.ENCRYPTED, cluster.encrypted())
                .with(Attribute.PUBLIC, cluster.publiclyAccessible());
        cluster.tags().forEach(tag -> resource.tag(tag.key(), tag.value()));
        return resource;
    }
}
