package io.curlake.sandbox.aws.cloud.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.curlake.sandbox.aws.wire.AwsError;
import io.curlake.sandbox.aws.wire.Call;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells the operations of REST services apart by method, path and query, and reads what stands there. */
public final class RestReader {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Pattern LABEL = Pattern.compile("\\{([^}+]+)(\\+?)}");

    private final ApiModel model;

    public RestReader(ApiModel model) {
        this.model = model;
    }

    /** The operation that a call is for; empty for none. */
    public Optional<String> operation(Call call) {
        String found = null;
        for (Map.Entry<String, JsonNode> operation : model.operations().properties()) {
            JsonNode http = operation.getValue().path("http");
            boolean fits = http.path("method").asText().equals(call.method())
                    && labels(http, call).isPresent();
            // Of two that fit the one with a marker in the query, as in ?tagging, says more.
            if (fits && (found == null || http.path("requestUri").asText().contains("?"))) {
                found = operation.getKey();
            }
        }
        return Optional.ofNullable(found);
    }

    /** The request in the names of the model, but for the members of a JSON body. */
    public ObjectNode read(String operation, Call call) {
        JsonNode http = model.operation(operation).path("http");
        Map<String, String> labels = labels(http, call).orElseThrow();
        Map<String, String> query = new HashMap<>(call.parameters());
        marker(http).ifPresent(query::remove);
        ObjectNode request = NODES.objectNode();
        model.input(operation).path("members").properties().forEach(member -> {
            String name = ApiModel.text(member.getValue(), "locationName").orElse(member.getKey());
            String text = switch (member.getValue().path("location").asText()) {
                case "uri" -> labels.get(name);
                case "querystring" -> query.remove(name);
                case "header" -> call.header(name.toLowerCase(Locale.ROOT)).orElse(null);
                default -> null;
            };
            if (text != null) {
                request.set(member.getKey(), scalar(text, model.target(member.getValue())));
            }
        });
        query.keySet().stream()
                .filter(name -> !name.startsWith("x-id"))
                .findFirst()
                .ifPresent(name -> {
                    throw AwsError.refused("ValidationException", "The query parameter " + name + " is not known");
                });
        return request;
    }

    private static JsonNode scalar(String text, JsonNode shape) {
        try {
            return Set.of("integer", "long").contains(shape.path("type").asText())
                    ? NODES.numberNode(Long.parseLong(text))
                    : NODES.textNode(text);
        } catch (NumberFormatException e) {
            throw AwsError.refused("SerializationException", "'" + text + "' is no number");
        }
    }

    private static Optional<String> marker(JsonNode http) {
        String uri = http.path("requestUri").asText();
        return uri.contains("?") ? Optional.of(uri.substring(uri.indexOf('?') + 1)) : Optional.empty();
    }

    private static Optional<Map<String, String>> labels(JsonNode http, Call call) {
        if (marker(http).filter(name -> !call.parameters().containsKey(name)).isPresent()) {
            return Optional.empty();
        }
        String template = http.path("requestUri").asText().replaceFirst("/?(\\?.*)?$", "");
        StringBuilder pattern = new StringBuilder();
        Matcher label = LABEL.matcher(template);
        int end = 0;
        List<String> names = new ArrayList<>();
        while (label.find()) {
            pattern.append(Pattern.quote(template.substring(end, label.start())))
                    .append(label.group(2).isEmpty() ? "([^/]+)" : "(.+)");
            names.add(label.group(1));
            end = label.end();
        }
        pattern.append(Pattern.quote(template.substring(end))).append("/?");
        Matcher path = Pattern.compile(pattern.toString()).matcher(call.path());
        if (!path.matches()) {
            return Optional.empty();
        }
        Map<String, String> labels = new HashMap<>();
        Iterator<String> each = names.iterator();
        for (int group = 1; each.hasNext(); group++) {
            labels.put(each.next(), URLDecoder.decode(path.group(group).replace("+", "%2B"), StandardCharsets.UTF_8));
        }
        return Optional.of(labels);
    }
}
