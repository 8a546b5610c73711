package io.curlake.sandbox.aws.cloud.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.curlake.sandbox.aws.shape.ServiceModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;

/** AWS's description of a service: how requests and answers are written, and what a request must hold. */
public final class ApiModel {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String word;
    private final JsonNode tree;
    private final ServiceModel rules;

    private ApiModel(String word, JsonNode tree) {
        this.word = word;
        this.tree = tree;
        this.rules = ServiceModel.of(tree);
    }

    /** Reads the model of that word. */
    public static ApiModel of(String word) {
        String file = word + ".json";
        try (InputStream in = Objects.requireNonNull(
                ApiModel.class.getResourceAsStream("/io/curlake/sandbox/aws/cloud/" + file), file)) {
            return new ApiModel(word, JSON.readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the model " + file, e);
        }
    }

    /** The service in fixtures: {@code elbv2}. */
    public String word() {
        return word;
    }

    /** The service in signatures: {@code elasticloadbalancing}. */
    public String signingName() {
        return rules.signingName();
    }

    /** {@code ec2}, {@code query}, {@code json}, {@code rest-json} or {@code rest-xml}. */
    public String protocol() {
        return metadata("protocol");
    }

    public String version() {
        return metadata("apiVersion");
    }

    public String metadata(String name) {
        return tree.path("metadata").path(name).asText();
    }

    public JsonNode operations() {
        return tree.path("operations");
    }

    public JsonNode operation(String name) {
        return tree.path("operations").path(name);
    }

    /** How a list is cut into pages; missing where it is not. */
    public JsonNode page(String operation) {
        return operation(operation).path("page");
    }

    /** The shape of a request; missing where it takes none. */
    public JsonNode input(String operation) {
        return shape(operation(operation).path("input").path("shape").asText());
    }

    public JsonNode output(String operation) {
        return shape(operation(operation).path("output").path("shape").asText());
    }

    public JsonNode shape(String name) {
        return tree.path("shapes").path(name);
    }

    /** The shape that a member, a list or a map refers to. */
    public JsonNode target(JsonNode reference) {
        return shape(reference.path("shape").asText());
    }

    /** Refuses a request that breaks the model. */
    public void check(String operation, JsonNode request) {
        if (!input(operation).isMissingNode()) {
            rules.check(operation, request);
        }
    }

    /** A text of a node; empty where there is none. */
    public static Optional<String> text(JsonNode node, String name) {
        return Optional.of(node.path(name).asText()).filter(text -> !text.isEmpty());
    }
}
