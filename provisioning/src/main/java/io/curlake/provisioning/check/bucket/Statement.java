package io.curlake.provisioning.check.bucket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A statement of a bucket policy. AWS takes one value or a list of them nearly everywhere. */
record Statement(JsonNode json) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Empty for a text that is no JSON. */
    static Optional<List<Statement>> of(String policy) {
        try {
            return Optional.of(nodes(JSON.readTree(policy).path("Statement")).stream()
                    .map(Statement::new)
                    .toList());
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** As a person finds it in the policy. */
    String name() {
        String sid = json.path("Sid").asText();
        return sid.isEmpty() ? "a statement without Sid" : "statement '" + sid + "'";
    }

    boolean isAllow() {
        return json.path("Effect").asText().equals("Allow");
    }

    /** Services of the partition in China may carry its suffix. */
    boolean isForService(String principal) {
        return texts(json.path("Principal").path("Service")).stream()
                .anyMatch(service -> service.equals(principal) || service.equals(principal + ".cn"));
    }

    boolean isForEverybody() {
        JsonNode principal = json.path("Principal");
        return texts(principal).contains("*") || texts(principal.path("AWS")).contains("*");
    }

    boolean covers(String action, String resource) {
        return texts(json.path("Action")).stream()
                        .anyMatch(pattern -> matches(pattern.toLowerCase(Locale.ROOT), action.toLowerCase(Locale.ROOT)))
                && texts(json.path("Resource")).stream().anyMatch(pattern -> matches(pattern, resource));
    }

    List<Condition> conditions() {
        List<Condition> conditions = new ArrayList<>();
        for (Map.Entry<String, JsonNode> operator : json.path("Condition").properties()) {
            for (Map.Entry<String, JsonNode> key : operator.getValue().properties()) {
                conditions.add(new Condition(operator.getKey(), key.getKey(), texts(key.getValue())));
            }
        }
        return conditions;
    }

    /** Whether a pattern with {@code *} and {@code ?} stands for the whole text. */
    static boolean matches(String pattern, String text) {
        String regex = pattern.chars()
                .mapToObj(c -> switch (c) {
                    case '*' -> ".*";
                    case '?' -> ".";
                    default -> Pattern.quote(String.valueOf((char) c));
                })
                .collect(Collectors.joining());
        return Pattern.compile(regex, Pattern.DOTALL).matcher(text).matches();
    }

    private static List<String> texts(JsonNode node) {
        return nodes(node).stream()
                .filter(JsonNode::isValueNode)
                .map(JsonNode::asText)
                .toList();
    }

    private static List<JsonNode> nodes(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return List.of();
        }
        List<JsonNode> nodes = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(nodes::add);
        } else {
            nodes.add(node);
        }
        return nodes;
    }
}
