package io.curlake.jobs.discovery.collect.container;

import io.curlake.jobs.discovery.Attribute;
import io.curlake.jobs.discovery.Resource;
import io.curlake.jobs.discovery.collect.Collector;
import io.curlake.jobs.discovery.collect.Found;
import io.curlake.jobs.discovery.collect.Place;
import io.curlake.model.resource.ResourceType;
import java.util.List;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.Cluster;
import software.amazon.awssdk.services.ecs.model.ClusterField;

/** ECS clusters. */
public final class EcsClusters implements Collector {
    private static final int AT_ONCE = 100;

    @Override
    public ResourceType type() {
        return ResourceType.ECS_CLUSTER;
    }

    @Override
    public void collect(Place place, Found found) {
        EcsClient client = place.client(EcsClient.builder());
        List<String> arns =
                client.listClustersPaginator().clusterArns().stream().toList();
        for (int from = 0; from < arns.size(); from += AT_ONCE) {
            List<String> some = arns.subList(from, Math.min(arns.size(), from + AT_ONCE));
            List<Cluster> known = found.detail(
                            "ecs:DescribeClusters",
                            () -> client.describeClusters(
                                            request -> request.clusters(some).include(ClusterField.TAGS))
                                    .clusters())
                    .orElse(List.of());
            some.forEach(arn -> found.add(resource(place, arn, known)));
        }
    }

    private static Resource.Builder resource(Place place, String arn, List<Cluster> known) {
        Resource.Builder resource =
                place.resource(ResourceType.ECS_CLUSTER, arn).name(arn.substring(arn.lastIndexOf('/') + 1));
        known.stream().filter(cluster -> cluster.clusterArn().equals(arn)).forEach(cluster -> {
            resource.state(cluster.status())
                    .with(Attribute.RUNNING_TASKS, cluster.runningTasksCount())
                    .with(Attribute.SERVICES, cluster.activeServicesCount())
                    .with(Attribute.CONTAINER_INSTANCES, cluster.registeredContainerInstancesCount());
            cluster.tags().forEach(tag -> resource.tag(tag.key(), tag.value()));
        });
        return resource;
    }
}
