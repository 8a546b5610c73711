package io.curlake.jobs.run.discovery;

import static scala.jdk.javaapi.CollectionConverters.asScala;

import io.curlake.jobs.discovery.Resource;
import io.curlake.jobs.discovery.history.Change;
import io.curlake.jobs.discovery.history.KnownResource;
import io.curlake.jobs.discovery.history.Look;
import io.curlake.model.resource.ResourceType;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/** Rows of {@code resource} and {@code resource_change}, in the order of their columns. */
final class ResourceRows {
    private ResourceRows() {}

    static Row of(KnownResource known) {
        Resource resource = known.resource();
        return RowFactory.create(
                resource.account(),
                resource.region(),
                resource.id(),
                resource.type().word(),
                resource.name(),
                resource.state(),
                asScala(resource.tags()),
                asScala(resource.attributes()),
                timestamp(resource.created()),
                asScala(resource.metrics()),
                resource.aliases().toArray(String[]::new),
                known.active(),
                timestamp(known.firstSeen()),
                timestamp(known.lastSeen()),
                timestamp(known.changedAt()),
                timestamp(known.endedAt()),
                known.runId());
    }

    static Row of(Change change, Look look) {
        Resource resource = change.resource();
        return RowFactory.create(
                resource.account(),
                resource.region(),
                resource.id(),
                resource.type().word(),
                resource.name(),
                resource.state(),
                asScala(resource.tags()),
                asScala(resource.attributes()),
                change.kind().word(),
                change.what().toArray(String[]::new),
                timestamp(look.at()),
                look.runId());
    }

    static KnownResource known(Row row) {
        return new KnownResource(
                resource(row),
                row.<Boolean>getAs("active"),
                requiredInstant(row, "first_seen"),
                requiredInstant(row, "last_seen"),
                requiredInstant(row, "changed_at"),
                instant(row, "ended_at"),
                row.getAs("run_id"));
    }

    private static Resource resource(Row row) {
        return new Resource(
                type(row.getAs("resource_type")),
                row.getAs("account_id"),
                row.getAs("region"),
                row.getAs("resource_id"),
                row.getList(row.fieldIndex("aliases")),
                row.getAs("name"),
                row.getAs("state"),
                instant(row, "created"),
                map(row, "tags"),
                map(row, "attributes"),
                map(row, "metrics"));
    }

    private static ResourceType type(String word) {
        return ResourceType.named(word)
                .orElseThrow(() -> new IllegalStateException("no type of resource is called '" + word + "'"));
    }

    private static <V> Map<String, V> map(Row row, String column) {
        return new TreeMap<>(row.<String, V>getJavaMap(row.fieldIndex(column)));
    }

    private static Instant requiredInstant(Row row, String column) {
        return row.<Timestamp>getAs(column).toInstant();
    }

    private static @Nullable Instant instant(Row row, String column) {
        Timestamp time = row.getAs(column);
        return time == null ? null : time.toInstant();
    }

    static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
