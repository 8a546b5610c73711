package io.curlake.sandbox.aws.cloud.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.curlake.sandbox.aws.wire.Answer;
import java.time.Instant;

/** Writes answers of the JSON protocols: the names of the model, times as seconds since 1970. */
public final class JsonWriter {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final double MILLIS = 1000.0;

    private final ApiModel model;

    public JsonWriter(ApiModel model) {
        this.model = model;
    }

    public Answer write(String operation, JsonNode answer) {
        return Answer.json(200, structure(model.output(operation), answer));
    }

    private ObjectNode structure(JsonNode shape, JsonNode value) {
        ObjectNode structure = NODES.objectNode();
        shape.path("members").properties().forEach(member -> {
            JsonNode item = value.path(member.getKey());
            if (!item.isMissingNode() && !item.isNull()) {
                structure.set(
                        member.getValue().path("locationName").asText(member.getKey()), value(member.getValue(), item));
            }
        });
        return structure;
    }

    private JsonNode value(JsonNode reference, JsonNode value) {
        JsonNode shape = model.target(reference);
        return switch (shape.path("type").asText()) {
            case "structure" -> structure(shape, value);
            case "list" -> {
                ArrayNode list = NODES.arrayNode();
                value.forEach(item -> list.add(value(shape.path("member"), item)));
                yield list;
            }
            case "map" -> {
                ObjectNode map = NODES.objectNode();
                value.properties()
                        .forEach(entry -> map.set(entry.getKey(), value(shape.path("value"), entry.getValue())));
                yield map;
            }
            case "timestamp" -> NODES.numberNode(Instant.parse(value.asText()).toEpochMilli() / MILLIS);
            default -> value;
        };
    }
}
