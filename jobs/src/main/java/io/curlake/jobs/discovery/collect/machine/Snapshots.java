package io.curlake.jobs.discovery.collect.machine;

import io.curlake.jobs.discovery.Attribute;
import io.curlake.jobs.discovery.Resource;
import io.curlake.jobs.discovery.collect.Collector;
import io.curlake.jobs.discovery.collect.Found;
import io.curlake.jobs.discovery.collect.Place;
import io.curlake.model.resource.ResourceType;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Snapshot;

/** EBS snapshots that the account owns. */
public final class Snapshots implements Collector {
    private static final String OWN = "self";
    private static final String EVERYONE = "all";

    @Override
    public ResourceType type() {
        return ResourceType.SNAPSHOT;
    }

    @Override
    public void collect(Place place, Found found) {
        Ec2Client ec2 = place.client(Ec2Client.builder());
        Optional<Set<String>> open = found.detail(
                "ec2:DescribeSnapshots",
                () -> ec2
                        .describeSnapshotsPaginator(
                                request -> request.ownerIds(OWN).restorableByUserIds(EVERYONE))
                        .snapshots()
                        .stream()
                        .map(Snapshot::snapshotId)
                        .collect(Collectors.toSet()));
        ec2.describeSnapshotsPaginator(request -> request.ownerIds(OWN))
                .snapshots()
                .forEach(snapshot -> found.add(resource(place, snapshot)
                        .with(
                                Attribute.PUBLIC,
                                open.map(ids -> ids.contains(snapshot.snapshotId()))
                                        .orElse(null))));
    }

    private static Resource.Builder resource(Place place, Snapshot snapshot) {
        Resource.Builder resource = place.resource(
                        ResourceType.SNAPSHOT, place.arn("ec2", "snapshot/" + snapshot.snapshotId()))
                .alsoBilledAs(snapshot.snapshotId())
                .state(snapshot.stateAsString())
                .created(snapshot.startTime())
                .with(Attribute.SIZE_GIB, snapshot.volumeSize())
                .with(Attribute.VOLUME_ID, snapshot.volumeId())
                .with(Attribute.ENCRYPTED, snapshot.encrypted())
                .with(Attribute.STORAGE_TIER, snapshot.storageTierAsString())
                .with(Attribute.DESCRIPTION, snapshot.description());
        Ec2Tags.of(snapshot.tags()).forEach(resource::tag);
        return resource;
    }
}
