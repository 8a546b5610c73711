package io.curlake.jobs.table.upkeep;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.curlake.jobs.table.log.Effect;
import io.curlake.jobs.table.log.Mask;
import io.curlake.jobs.table.log.TableFile;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A file that a version took away. Source: Delta protocol, "Add File and Remove File", 2026.
 *
 * @param at when the version was written: by that time Delta finds versions by timestamp
 */
public record Removal(TableFile file, Effect effect, Instant at) {
    private static final JsonMapper JSON = new JsonMapper();

    /** The removals of one commit, a JSON action in each line. */
    static List<Removal> in(byte[] commit, Instant at) {
        return new String(commit, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains("\"remove\""))
                .map(Removal::action)
                .filter(action -> action.has("remove"))
                .map(action -> of(action.path("remove"), at))
                .toList();
    }

    private static JsonNode action(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a commit of a Delta log is not JSON", e);
        }
    }

    private static Removal of(JsonNode remove, Instant at) {
        TableFile file = TableFile.of(
                        remove.path("path").asText(),
                        Map.of(),
                        remove.path("size").asLong(),
                        0)
                .masked(Optional.of(remove.path("deletionVector"))
                        .filter(JsonNode::isObject)
                        .map(Removal::mask));
        Effect effect = remove.path("dataChange").asBoolean(true) ? Effect.ROWS : Effect.LAYOUT;
        return new Removal(file, effect, at);
    }

    private static Mask mask(JsonNode vector) {
        return new Mask(
                vector.path("storageType").asText(),
                vector.path("pathOrInlineDv").asText(),
                vector.path("offset").asInt(-1),
                vector.path("sizeInBytes").asInt(),
                vector.path("cardinality").asLong());
    }
}
