package io.curlake.jobs.discovery.collect.data;

import io.curlake.jobs.discovery.Attribute;
import io.curlake.jobs.discovery.Resource;
import io.curlake.jobs.discovery.collect.Collector;
import io.curlake.jobs.discovery.collect.Found;
import io.curlake.jobs.discovery.collect.Place;
import io.curlake.model.resource.ResourceType;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBInstance;

/** RDS instances, members of clusters included. */
public final class DatabaseInstances implements Collector {
    @Override
    public ResourceType type() {
        return ResourceType.DATABASE_INSTANCE;
    }

    @Override
    public void collect(Place place, Found found) {
        place.client(RdsClient.builder())
                .describeDBInstancesPaginator()
                .dbInstances()
                .forEach(database -> found.add(resource(place, database)));
    }

    private static Resource.Builder resource(Place place, DBInstance database) {
        Resource.Builder resource = place.resource(ResourceType.DATABASE_INSTANCE, database.dbInstanceArn())
                .name(database.dbInstanceIdentifier())
                .state(database.dbInstanceStatus())
                .created(database.instanceCreateTime())
                .with(Attribute.INSTANCE_TYPE, database.dbInstanceClass())
                .with(Attribute.ENGINE, database.engine())
                .with(Attribute.ENGINE_VERSION, database.engineVersion())
                .with(Attribute.MULTI_AZ, database.multiAZ())
                .with(Attribute.AVAILABILITY_ZONE, database.availabilityZone())
                .with(Attribute.VOLUME_TYPE, database.storageType())
                .with(Attribute.SIZE_GIB, database.allocatedStorage())
                .with(Attribute.IOPS, database.iops())
                .with(Attribute.ENCRYPTED, database.storageEncrypted())
                .with(Attribute.PUBLIC, database.publiclyAccessible())
                .with(Attribute.CLUSTER, database.dbClusterIdentifier());
        database.tagList().forEach(tag -> resource.tag(tag.key(), tag.value()));
        return resource;
    }
}
