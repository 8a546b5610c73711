package io.curlake.sandbox.aws.cloud.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** Checks what a stand-in is told to answer: a fixture that AWS could not answer proves nothing. */
public final class OutputRules {
    private final ApiModel model;

    public OutputRules(ApiModel model) {
        this.model = model;
    }

    /**
     * Throws IllegalArgumentException for members that the model does not have and values of another type. Names that begin with
     * {@code _} are the stand-in's own.
     */
    public void check(String at, JsonNode reference, JsonNode value) {
        JsonNode shape = model.target(reference);
        String type = shape.path("type").asText();
        switch (type) {
            case "structure" -> {
                require(value.isObject(), at, type, value);
                value.properties().stream()
                        .filter(member -> !member.getKey().startsWith("_"))
                        .forEach(member -> {
                            JsonNode known = shape.path("members").path(member.getKey());
                            if (known.isMissingNode()) {
                                throw new IllegalArgumentException(
                                        at + " has no member " + member.getKey() + " in AWS's model");
                            }
                            check(at + "." + member.getKey(), known, member.getValue());
                        });
            }
            case "list" -> {
                require(value.isArray(), at, type, value);
                value.forEach(item -> check(at + "[]", shape.path("member"), item));
            }
            case "map" -> require(value.isObject(), at, type, value);
            case "integer", "long" -> require(value.isIntegralNumber(), at, type, value);
            case "double", "float" -> require(value.isNumber(), at, type, value);
            case "boolean" -> require(value.isBoolean(), at, type, value);
            case "timestamp" -> require(value.isTextual() && isTime(value.asText()), at, type, value);
            default -> require(value.isTextual(), at, type, value);
        }
    }

    private static boolean isTime(String text) {
        try {
            Instant.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static void require(boolean holds, String at, String type, JsonNode value) {
        if (!holds) {
            throw new IllegalArgumentException(at + " takes a " + type + ", not " + value);
        }
    }
}
