package io.curlake.jobs.discovery.collect.container;

import io.curlake.jobs.discovery.Attribute;
import io.curlake.jobs.discovery.Metric;
import io.curlake.jobs.discovery.Resource;
import io.curlake.jobs.discovery.collect.Collector;
import io.curlake.jobs.discovery.collect.Found;
import io.curlake.jobs.discovery.collect.Place;
import io.curlake.model.resource.ResourceType;
import java.time.Instant;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup;

/** CloudWatch log groups. */
public final class LogGroups implements Collector {
    @Override
    public ResourceType type() {
        return ResourceType.LOG_GROUP;
    }

    @Override
    public void collect(Place place, Found found) {
        place.client(CloudWatchLogsClient.builder())
                .describeLogGroupsPaginator()
                .logGroups()
                .forEach(group -> found.add(resource(place, group)));
    }

    private static Resource.Builder resource(Place place, LogGroup group) {
        return place.resource(ResourceType.LOG_GROUP, place.arn("logs", "log-group:" + group.logGroupName()))
                .name(group.logGroupName())
                .created(group.creationTime() == null ? null : Instant.ofEpochMilli(group.creationTime()))
                .with(Attribute.RETENTION_DAYS, group.retentionInDays())
                .with(Attribute.LOG_CLASS, group.logGroupClassAsString())
                .with(Metric.SIZE_BYTES, group.storedBytes());
    }
}
