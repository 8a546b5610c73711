package io.curlake.jobs.run.discovery;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SequenceWriter;
import io.curlake.jobs.discovery.Outcome;
import io.curlake.jobs.discovery.Resource;
import io.curlake.jobs.storage.Storage;
import io.curlake.jobs.storage.StorageErrors;
import io.curlake.model.resource.ResourceType;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * What was found in one account, as lines of JSON: resources and outcomes. It is written to this machine's disk as it comes, and
 * to the warehouse when the account is done: a file that is there is whole.
 */
final class StagedLines implements AutoCloseable {
    static final StructType SCHEMA = StructType.fromDDL("account_id STRING, region STRING, resource_type STRING,"
            + " resource_id STRING, aliases ARRAY<STRING>, name STRING, state STRING, created STRING,"
            + " tags MAP<STRING, STRING>, attributes MAP<STRING, STRING>, metrics MAP<STRING, DOUBLE>,"
            + " outcome STRING, found BIGINT, began STRING, took_ms BIGINT, action STRING, resource STRING,"
            + " statement STRING, message STRING");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final SequenceWriter lines;

    StagedLines() throws IOException {
        file = Files.createTempFile("curlake-discovery-", ".jsonl");
        lines = JSON.writer().withRootValueSeparator("\n").writeValues(file.toFile());
    }

    synchronized void add(Resource resource) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("account_id", resource.account());
        line.put("region", resource.region());
        line.put("resource_type", resource.type().word());
        line.put("resource_id", resource.id());
        line.put("aliases", resource.aliases());
        line.put("name", resource.name());
        line.put("state", resource.state());
        put(line, "created", resource.created());
        line.put("tags", resource.tags());
        line.put("attributes", resource.attributes());
        line.put("metrics", resource.metrics());
        write(line);
    }

    synchronized void add(Outcome outcome) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("account_id", outcome.account());
        line.put("region", outcome.region());
        line.put("resource_type", outcome.type());
        line.put("outcome", outcome.status().word());
        line.put("found", outcome.found());
        put(line, "began", outcome.began());
        line.put("took_ms", outcome.millis());
        line.put("action", outcome.action());
        line.put("resource", outcome.arn());
        line.put("statement", outcome.statement());
        line.put("message", outcome.message());
        write(line);
    }

    private static void put(Map<String, Object> line, String name, @Nullable Instant time) {
        if (time != null) {
            line.put(name, time.toString());
        }
    }

    private void write(Map<String, Object> line) {
        try {
            lines.write(line);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    /** Ends the lines and stores them. */
    synchronized void store(Storage storage, String uri) {
        try {
            lines.close();
            try (OutputStream out = storage.create(uri)) {
                Files.copy(file, out);
            }
        } catch (IOException e) {
            throw StorageErrors.cannotWrite(uri, e);
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
        Files.deleteIfExists(file);
    }

    /** The resource of a line that has one. */
    static Optional<Resource> resource(Row line) {
        String id = line.getAs("resource_id");
        String created = line.getAs("created");
        return id == null
                ? Optional.empty()
                : ResourceType.named(line.getAs("resource_type"))
                        .map(type -> new Resource(
                                type,
                                line.getAs("account_id"),
                                line.getAs("region"),
                                id,
                                List.copyOf(line.getList(line.fieldIndex("aliases"))),
                                line.getAs("name"),
                                line.getAs("state"),
                                created == null ? null : Instant.parse(created),
                                map(line, "tags"),
                                map(line, "attributes"),
                                map(line, "metrics")));
    }

    private static <V> Map<String, V> map(Row line, String column) {
        return line.isNullAt(line.fieldIndex(column))
                ? Map.of()
                : new TreeMap<>(line.<String, V>getJavaMap(line.fieldIndex(column)));
    }
}
