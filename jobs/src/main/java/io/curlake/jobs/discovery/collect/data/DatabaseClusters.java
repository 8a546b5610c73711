package io.curlake.jobs.discovery.collect.data;

import io.curlake.jobs.discovery.Attribute;
import io.curlake.jobs.discovery.Resource;
import io.curlake.jobs.discovery.collect.Collector;
import io.curlake.jobs.discovery.collect.Found;
import io.curlake.jobs.discovery.collect.Place;
import io.curlake.model.resource.ResourceType;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBClusterMember;

/** RDS and Aurora clusters. */
public final class DatabaseClusters implements Collector {
    @Override
    public ResourceType type() {
        return ResourceType.DATABASE_CLUSTER;
    }

    @Override
    public void collect(Place place, Found found) {
        place.client(RdsClient.builder())
                .describeDBClustersPaginator()
                .dbClusters()
                .forEach(cluster -> found.add(resource(place, cluster)));
    }

    private static Resource.Builder resource(Place place, DBCluster cluster) {
        Resource.Builder resource = place.resource(ResourceType.DATABASE_CLUSTER, cluster.dbClusterArn())
                .name(cluster.dbClusterIdentifier())
                .state(cluster.status())
                .created(cluster.clusterCreateTime())
                .with(Attribute.ENGINE, cluster.engine())
                .with(Attribute.ENGINE_VERSION, cluster.engineVersion())
                .with(Attribute.MULTI_AZ, cluster.multiAZ())
                .with(Attribute.ENCRYPTED, cluster.storageEncrypted())
                .with(
                        Attribute.MEMBERS,
                        cluster.dbClusterMembers().stream()
                                .map(DBClusterMember::dbInstanceIdentifier)
                                .toList());
        cluster.tagList().forEach(tag -> resource.tag(tag.key(), tag.value()));
        return resource;
    }
}
