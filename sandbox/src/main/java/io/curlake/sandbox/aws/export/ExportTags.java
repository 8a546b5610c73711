package io.curlake.sandbox.aws.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.curlake.sandbox.aws.wire.Caller;
import io.curlake.sandbox.aws.wire.Page;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tags of exports. */
final class ExportTags {
    private final Lookup exports;
    private final int pageSize;

    /** @param pageSize unless a request says otherwise */
    ExportTags(Lookup exports, int pageSize) {
        this.exports = exports;
        this.pageSize = pageSize;
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
        Page<Map.Entry<String, String>> page = Page.of(
                List.copyOf(export.tags().entrySet()),
                request.path("MaxResults").asInt(pageSize),
                Optional.ofNullable(request.get("NextToken")).map(JsonNode::asText),
                () -> ExportErrors.invalid("nextToken", "The token is not valid."));
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.putArray("ResourceTags");
        page.items()
                .forEach(tag -> answer.withArray("/ResourceTags")
                        .addObject()
                        .put("Key", tag.getKey())
                        .put("Value", tag.getValue()));
        page.next().ifPresent(token -> answer.put("NextToken", token));
        return answer;
    }

    static void add(Export export, JsonNode tags) {
        tags.forEach(tag ->
                export.tags().put(tag.path("Key").asText(), tag.path("Value").asText()));
    }
}
