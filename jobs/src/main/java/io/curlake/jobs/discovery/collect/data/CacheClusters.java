package io.curlake.jobs.discovery.collect.data;

import io.curlake.jobs.discovery.Attribute;
import io.curlake.jobs.discovery.Resource;
import io.curlake.jobs.discovery.collect.Collector;
import io.curlake.jobs.discovery.collect.Found;
import io.curlake.jobs.discovery.collect.Place;
import io.curlake.model.resource.ResourceType;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;

/** ElastiCache clusters. */
public final class CacheClusters implements Collector {
    @Override
    public ResourceType type() {
        return ResourceType.CACHE_CLUSTER;
    }

    @Override
    public void collect(Place place, Found found) {
        ElastiCacheClient client = place.client(ElastiCacheClient.builder());
        client.describeCacheClustersPaginator().cacheClusters().forEach(cluster -> {
            Resource.Builder resource = resource(place, cluster);
            found.detail(
                            "elasticache:ListTagsForResource",
                            () -> client.listTagsForResource(request -> request.resourceName(cluster.arn()))
                                    .tagList())
                    .ifPresent(tags -> tags.forEach(tag -> resource.tag(tag.key(), tag.value())));
            found.add(resource);
        });
    }

    private static Resource.Builder resource(Place place, CacheCluster cluster) {
        return place.resource(ResourceType.CACHE_CLUSTER, cluster.arn())
                .name(cluster.cacheClusterId())
                .state(cluster.cacheClusterStatus())
                .created(cluster.cacheClusterCreateTime())
                .with(Attribute.INSTANCE_TYPE, cluster.cacheNodeType())
                .with(Attribute.ENGINE, cluster.engine())
                .with(Attribute.ENGINE_VERSION, cluster.engineVersion())
                .with(Attribute.NODES, cluster.numCacheNodes())
                .with(Attribute.CLUSTER, cluster.replicationGroupId());
    }
}
