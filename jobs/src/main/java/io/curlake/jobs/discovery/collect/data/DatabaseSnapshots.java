package io.curlake.jobs.discovery.collect.data;

import io.curlake.jobs.discovery.Attribute;
import io.curlake.jobs.discovery.Resource;
import io.curlake.jobs.discovery.collect.Collector;
import io.curlake.jobs.discovery.collect.Found;
import io.curlake.jobs.discovery.collect.Place;
import io.curlake.model.resource.ResourceType;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBSnapshot;

/** Snapshots of RDS instances. */
public final class DatabaseSnapshots implements Collector {
    @Override
    public ResourceType type() {
        return ResourceType.DATABASE_SNAPSHOT;
    }

    @Override
    public void collect(Place place, Found found) {
        place.client(RdsClient.builder())
                .describeDBSnapshotsPaginator()
                .dbSnapshots()
                .forEach(snapshot -> found.add(resource(place, snapshot)));
    }

    private static Resource.Builder resource(Place place, DBSnapshot snapshot) {
        Resource.Builder resource = place.resource(ResourceType.DATABASE_SNAPSHOT, snapshot.dbSnapshotArn())
                .name(snapshot.dbSnapshotIdentifier())
                .state(snapshot.status())
                .created(snapshot.snapshotCreateTime())
                .with(Attribute.SNAPSHOT_TYPE, snapshot.snapshotType())
                .with(Attribute.DATABASE, snapshot.dbInstanceIdentifier())
                .with(Attribute.ENGINE, snapshot.engine())
                .with(Attribute.ENGINE_VERSION, snapshot.engineVersion())
                .with(Attribute.SIZE_GIB, snapshot.allocatedStorage())
                .with(Attribute.ENCRYPTED, snapshot.encrypted());
        snapshot.tagList().forEach(tag -> resource.tag(tag.key(), tag.value()));
        return resource;
    }
}
