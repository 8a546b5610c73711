package io.curlake.sandbox.aws.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** A map from texts to one shape. */
record Dictionary(Reference key, Reference value) implements Shape {
    @Override
    public void check(String at, JsonNode map, Findings findings) {
        if (!map.isObject()) {
            throw Findings.wrongType(map, "a map");
        }
        map.properties().forEach(entry -> {
            key.shape().check(at + ".key", TextNode.valueOf(entry.getKey()), findings);
            value.shape().check(at + "." + entry.getKey() + ".value", entry.getValue(), findings);
        });
    }
}
