package io.curlake.sandbox.aws.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.curlake.sandbox.aws.wire.Caller;

/** Tags of exports. */
final class ExportTags {
    private final Lookup exports;

    ExportTags(Lookup exports) {
        this.exports = exports;
    }

    /** Finds the export that a member of a request names, or refuses. */
    interface Lookup {
        Export find(ObjectNode request, String member, Caller caller);
    }

    JsonNode tag(ObjectNode request, Caller caller) {
        add(exports.find(request, "ResourceArn", caller), request.path("ResourceTags"));
        return JsonNodeFactory.instance.objectNode();
    }

    JsonNode untag(ObjectNode request, Caller caller) {
        Export export = exports.find(request, "ResourceArn", caller);
        request.path("ResourceTagKeys").forEach(key -> export.tags().remove(key.asText()));
        return JsonNodeFactory.instance.objectNode();
    }

    JsonNode list(ObjectNode request, Caller caller) {
        Export export = exports.find(request, "ResourceArn", caller);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.putArray("ResourceTags");
        export.tags()
                .forEach((key, value) -> answer.withArray("/ResourceTags")
                        .addObject()
                        .put("Key", key)
                        .put("Value", value));
        return answer;
    }

    static void add(Export export, JsonNode tags) {
        tags.forEach(tag ->
                export.tags().put(tag.path("Key").asText(), tag.path("Value").asText()));
    }
}
