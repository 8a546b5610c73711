package io.curlake.sandbox.aws.cloud.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.curlake.sandbox.aws.wire.AwsError;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Reads the forms of the Query protocol and of EC2's kind of it: {@code Filter.1.Value.2=x}. */
public final class FormReader {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final ApiModel model;
    private final Map<String, String> form;
    private final TreeSet<String> rest;

    public FormReader(ApiModel model, Map<String, String> form) {
        this.model = model;
        this.form = form;
        this.rest = new TreeSet<>(form.keySet());
        rest.remove("Action");
        rest.remove("Version");
    }

    /** The request in the names of the model; refuses parameters that it does not know. */
    public ObjectNode read(JsonNode input) {
        ObjectNode request = structure("", input);
        if (!rest.isEmpty()) {
            throw AwsError.refused("UnknownParameter", "The parameter " + rest.first() + " is not recognized");
        }
        return request;
    }

    private ObjectNode structure(String prefix, JsonNode shape) {
        ObjectNode structure = NODES.objectNode();
        shape.path("members")
                .properties()
                .forEach(member -> value(prefix + name(member.getKey(), member.getValue()), member.getValue())
                        .ifPresent(value -> structure.set(member.getKey(), value)));
        return structure;
    }

    private String name(String member, JsonNode reference) {
        if (!model.protocol().equals("ec2")) {
            return ApiModel.text(reference, "locationName").orElse(member);
        }
        String name = ApiModel.text(reference, "queryName")
                .or(() -> ApiModel.text(reference, "locationName"))
                .orElse(member);
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private Optional<JsonNode> value(String key, JsonNode reference) {
        JsonNode shape = model.target(reference);
        return switch (shape.path("type").asText()) {
            case "structure" -> hasBelow(key) ? Optional.of(structure(key + ".", shape)) : Optional.empty();
            case "list" -> hasBelow(key) ? Optional.of(list(key, shape)) : Optional.empty();
            default -> Optional.ofNullable(form.get(key)).map(text -> scalar(key, text, shape));
        };
    }

    private boolean hasBelow(String key) {
        String next = rest.ceiling(key + ".");
        return next != null && next.startsWith(key + ".");
    }

    private ArrayNode list(String key, JsonNode shape) {
        boolean isFlat =
                model.protocol().equals("ec2") || shape.path("flattened").asBoolean();
        String item = isFlat
                ? key
                : key + "."
                        + ApiModel.text(shape.path("member"), "locationName").orElse("member");
        ArrayNode list = NODES.arrayNode();
        Optional<JsonNode> next = value(item + ".1", shape.path("member"));
        for (int number = 2; next.isPresent(); number++) {
            list.add(next.get());
            next = value(item + "." + number, shape.path("member"));
        }
        return list;
    }

    private JsonNode scalar(String key, String text, JsonNode shape) {
        rest.remove(key);
        try {
            return switch (shape.path("type").asText()) {
                case "integer", "long" -> NODES.numberNode(Long.parseLong(text));
                case "double", "float" -> NODES.numberNode(Double.parseDouble(text));
                case "boolean" -> NODES.booleanNode(flag(key, text));
                default -> NODES.textNode(text);
            };
        } catch (NumberFormatException e) {
            throw malformed(key, text);
        }
    }

    private static boolean flag(String key, String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw malformed(key, text);
        };
    }

    private static AwsError malformed(String key, String text) {
        return AwsError.refused("InvalidParameterValue", "Invalid value '" + text + "' for " + key);
    }
}
