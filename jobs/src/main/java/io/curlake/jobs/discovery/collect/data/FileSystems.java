package io.curlake.jobs.discovery.collect.data;

import io.curlake.jobs.discovery.Attribute;
import io.curlake.jobs.discovery.Metric;
import io.curlake.jobs.discovery.Resource;
import io.curlake.jobs.discovery.collect.Collector;
import io.curlake.jobs.discovery.collect.Found;
import io.curlake.jobs.discovery.collect.Place;
import io.curlake.model.resource.ResourceType;
import software.amazon.awssdk.services.efs.EfsClient;
import software.amazon.awssdk.services.efs.model.FileSystemDescription;

/** EFS file systems. */
public final class FileSystems implements Collector {
    @Override
    public ResourceType type() {
        return ResourceType.FILE_SYSTEM;
    }

    @Override
    public void collect(Place place, Found found) {
        place.client(EfsClient.builder())
                .describeFileSystemsPaginator()
                .fileSystems()
                .forEach(system -> found.add(resource(place, system)));
    }

    private static Resource.Builder resource(Place place, FileSystemDescription system) {
        Resource.Builder resource = place.resource(
                        ResourceType.FILE_SYSTEM,
                        place.arn("elasticfilesystem", "file-system/" + system.fileSystemId()))
                .alsoBilledAs(system.fileSystemId())
                .name(system.name())
                .state(system.lifeCycleStateAsString())
                .created(system.creationTime())
                .with(Attribute.ENCRYPTED, system.encrypted())
                .with(
                        Metric.SIZE_BYTES,
                        system.sizeInBytes() == null
                                ? null
                                : system.sizeInBytes().value());
        system.tags().forEach(tag -> resource.tag(tag.key(), tag.value()));
        return resource;
    }
}
