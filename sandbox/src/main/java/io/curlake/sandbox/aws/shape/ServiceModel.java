package io.curlake.sandbox.aws.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.curlake.sandbox.aws.wire.AwsError;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A service's operations and what each demands of its request. */
public final class ServiceModel {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode model;
    private final Map<String, Shape> shapes = new HashMap<>();

    private ServiceModel(JsonNode model) {
        this.model = model;
        model.path("shapes").properties().forEach(shape -> shapes.put(shape.getKey(), shape(shape.getValue())));
    }

    /** Reads the model that lies beside this package. */
    public static ServiceModel named(String name) {
        String file = "/io/curlake/sandbox/aws/" + name + ".json";
        try (InputStream in = Objects.requireNonNull(ServiceModel.class.getResourceAsStream(file), file)) {
            return new ServiceModel(JSON.readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the model " + file, e);
        }
    }

    /** The model that a tree of JSON holds. */
    public static ServiceModel of(JsonNode tree) {
        return new ServiceModel(tree);
    }

    /** What stands before the operation in {@code X-Amz-Target}. */
    public String targetPrefix() {
        return model.path("metadata").path("targetPrefix").asText();
    }

    /** The service's name in signatures. */
    public String signingName() {
        return model.path("metadata").path("signingName").asText();
    }

    public Set<String> operations() {
        Set<String> names = new LinkedHashSet<>();
        model.path("operations").fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Refuses a request that breaks the model, with the fields that do. */
    public void check(String operation, JsonNode request) {
        Findings findings = new Findings();
        String input = model.path("operations")
                .path(operation)
                .path("input")
                .path("shape")
                .asText();
        named(shapes, input).check("", request, findings);
        if (!findings.all().isEmpty()) {
            throw refusal(findings);
        }
    }

    private static AwsError refusal(Findings findings) {
        AwsError error = AwsError.refused("ValidationException", findings.message());
        ObjectNode members = error.members().put("Reason", "fieldValidationFailed");
        ArrayNode fields = members.putArray("Fields");
        findings.all()
                .forEach(finding ->
                        fields.addObject().put("Name", finding.field()).put("Message", finding.message()));
        return error;
    }

    private Shape shape(JsonNode shape) {
        return switch (shape.path("type").asText()) {
            case "structure" -> structure(shape);
            case "list" -> new Sequence(reference(shape.path("member")), Bounds.of(shape));
            case "map" -> new Dictionary(reference(shape.path("key")), reference(shape.path("value")));
            case "string" ->
                new Text(
                        Bounds.of(shape),
                        Optional.ofNullable(shape.get("pattern")).map(form -> Pattern.compile(form.asText())),
                        texts(shape.path("enum")));
            case "timestamp", "blob" -> new Text(new Bounds(0, 64), Optional.empty(), List.of());
            case "integer", "long" -> new Whole(Bounds.of(shape));
            case "double", "float" -> new Real();
            case "boolean" -> new Flag();
            default -> throw new IllegalStateException("Cannot read a shape of type " + shape.path("type"));
        };
    }

    private Structure structure(JsonNode shape) {
        Map<String, Shape.Reference> members = new HashMap<>();
        shape.path("members")
                .properties()
                .forEach(member -> members.put(member.getKey(), reference(member.getValue())));
        return new Structure(new LinkedHashSet<>(texts(shape.path("required"))), members);
    }

    private Shape.Reference reference(JsonNode node) {
        String name = node.path("shape").asText();
        return () -> named(shapes, name);
    }

    private static Shape named(Map<String, Shape> shapes, String name) {
        return Objects.requireNonNull(shapes.get(name), name);
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
