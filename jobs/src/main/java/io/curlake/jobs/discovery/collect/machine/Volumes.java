package io.curlake.jobs.discovery.collect.machine;

import io.curlake.jobs.discovery.Attribute;
import io.curlake.jobs.discovery.Resource;
import io.curlake.jobs.discovery.collect.Collector;
import io.curlake.jobs.discovery.collect.Found;
import io.curlake.jobs.discovery.collect.Place;
import io.curlake.model.resource.ResourceType;
import java.util.List;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Volume;
import software.amazon.awssdk.services.ec2.model.VolumeAttachment;

/** EBS volumes. */
public final class Volumes implements Collector {
    @Override
    public ResourceType type() {
        return ResourceType.VOLUME;
    }

    @Override
    public void collect(Place place, Found found) {
        place.client(Ec2Client.builder())
                .describeVolumesPaginator()
                .volumes()
                .forEach(volume -> found.add(resource(place, volume)));
    }

    private static Resource.Builder resource(Place place, Volume volume) {
        List<VolumeAttachment> attachments = volume.attachments();
        Resource.Builder resource = place.resource(ResourceType.VOLUME, volume.volumeId())
                .alsoBilledAs(place.arn("ec2", "volume/" + volume.volumeId()))
                .state(volume.stateAsString())
                .created(volume.createTime())
                .with(Attribute.VOLUME_TYPE, volume.volumeTypeAsString())
                .with(Attribute.SIZE_GIB, volume.size())
                .with(Attribute.IOPS, volume.iops())
                .with(Attribute.THROUGHPUT_MIBPS, volume.throughput())
                .with(Attribute.ENCRYPTED, volume.encrypted())
                .with(Attribute.AVAILABILITY_ZONE, volume.availabilityZone())
                .with(Attribute.SNAPSHOT_ID, volume.snapshotId())
                .with(
                        Attribute.ATTACHED_TO,
                        attachments.stream().map(VolumeAttachment::instanceId).toList())
                .with(
                        Attribute.ATTACHED_AT,
                        attachments.isEmpty() ? null : attachments.get(0).attachTime());
        Ec2Tags.of(volume.tags()).forEach(resource::tag);
        return resource;
    }
}
