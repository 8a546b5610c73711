package io.curlake.provisioning.policy.deny;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;

/** The values of an element that may be one text or a list of texts. */
final class Texts {
    private Texts() {}

    static List<String> of(JsonNode value) {
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList()
                : List.of(value.asText());
    }
}
