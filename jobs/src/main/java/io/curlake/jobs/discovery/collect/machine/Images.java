package io.curlake.jobs.discovery.collect.machine;

import io.curlake.jobs.discovery.Attribute;
import io.curlake.jobs.discovery.Resource;
import io.curlake.jobs.discovery.collect.Collector;
import io.curlake.jobs.discovery.collect.Found;
import io.curlake.jobs.discovery.collect.Place;
import io.curlake.model.resource.ResourceType;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Image;

/** Machine images that the account owns. */
public final class Images implements Collector {
    private static final int PAGE = 1000;

    @Override
    public ResourceType type() {
        return ResourceType.IMAGE;
    }

    @Override
    public void collect(Place place, Found found) {
        place.client(Ec2Client.builder())
                .describeImagesPaginator(request -> request.owners("self").maxResults(PAGE))
                .images()
                .forEach(image -> found.add(resource(place, image)));
    }

    private static Resource.Builder resource(Place place, Image image) {
        Resource.Builder resource = place.resource(ResourceType.IMAGE, image.imageId())
                .alsoBilledAs(place.arn("ec2", "image/" + image.imageId()))
                .name(image.name())
                .state(image.stateAsString())
                .created(time(image.creationDate()))
                .with(Attribute.ARCHITECTURE, image.architectureAsString())
                .with(Attribute.PLATFORM, image.platformDetails())
                .with(Attribute.PUBLIC, image.publicLaunchPermissions())
                .with(Attribute.DEPRECATED_AT, time(image.deprecationTime()))
                .with(Attribute.DESCRIPTION, image.description())
                .with(
                        Attribute.SNAPSHOTS,
                        image.blockDeviceMappings().stream()
                                .flatMap(device -> Optional.ofNullable(device.ebs()).stream())
                                .map(volume -> volume.snapshotId())
                                .filter(Objects::nonNull)
                                .toList());
        Ec2Tags.of(image.tags()).forEach(resource::tag);
        return resource;
    }

    private static @Nullable Instant time(@Nullable String text) {
        return text == null || text.isEmpty() ? null : Instant.parse(text);
    }
}
