package io.curlake.provisioning.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.StreamSupport;

/** A manifest: of Data Exports with full addresses, of a legacy report with keys. */
record ManifestText(String deliveryId, List<String> keys) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Throws IllegalArgumentException with what is wrong with the text. */
    static ManifestText of(String text) {
        JsonNode json = parsed(text);
        if (json.path("dataFiles").isArray()) {
            return new ManifestText(
                    json.path("executionId").asText(),
                    texts(json.path("dataFiles")).stream()
                            .map(address -> address.replaceFirst("^s3://[^/]*/", ""))
                            .toList());
        }
        if (json.path("reportKeys").isArray()) {
            return new ManifestText(json.path("assemblyId").asText(), texts(json.path("reportKeys")));
        }
        throw new IllegalArgumentException("it names no files: neither 'dataFiles' nor 'reportKeys'");
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("it is no JSON", e);
        }
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
