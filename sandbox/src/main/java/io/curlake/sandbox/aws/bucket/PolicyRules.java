package io.curlake.sandbox.aws.bucket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.curlake.sandbox.aws.wire.AwsError;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Which documents S3 takes for a bucket policy. */
final class PolicyRules {
    static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private static final int LARGEST = 20 * 1024;
    private static final Set<String> POLICY = Set.of("Version", "Id", "Statement");
    private static final Set<String> STATEMENT = Set.of(
            "Sid",
            "Effect",
            "Principal",
            "NotPrincipal",
            "Action",
            "NotAction",
            "Resource",
            "NotResource",
            "Condition");

    private PolicyRules() {}

    static void check(Bucket bucket, String document) {
        JsonNode policy = parsed(document);
        if (document.getBytes(StandardCharsets.UTF_8).length > LARGEST) {
            // Which code S3 answers is not documented; its limit is.
            throw malformed("Normalized policy document exceeds the maximum allowed size of 20480 bytes");
        }
        policy.fieldNames().forEachRemaining(name -> require(POLICY.contains(name), "Unknown field " + name));
        require(
                Set.of("2012-10-17", "2008-10-17")
                        .contains(policy.path("Version").asText("2008-10-17")),
                "The policy must contain a valid version string");
        List<JsonNode> statements = each(policy.path("Statement"));
        require(!statements.isEmpty(), "Missing required field Statement");
        statements.forEach(statement -> statement(bucket, statement));
    }

    /** A list's elements, or the one that stands without a list. */
    static List<JsonNode> each(JsonNode node) {
        List<JsonNode> each = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(each::add);
        } else if (!node.isMissingNode()) {
            each.add(node);
        }
        return each;
    }

    private static JsonNode parsed(String document) {
        try {
            JsonNode policy = JSON.readTree(document);
            require(policy.isObject(), "Policies must be valid JSON and the first byte must be '{'");
            return policy;
        } catch (JsonProcessingException e) {
            throw malformed("This policy contains invalid Json");
        }
    }

    private static void statement(Bucket bucket, JsonNode statement) {
        statement.fieldNames().forEachRemaining(name -> require(STATEMENT.contains(name), "Unknown field " + name));
        require(
                Set.of("Allow", "Deny").contains(statement.path("Effect").asText()),
                "Invalid effect: " + statement.path("Effect").asText());
        require(statement.has("Principal") != statement.has("NotPrincipal"), "Missing required field Principal");
        require(statement.has("Action") != statement.has("NotAction"), "Missing required field Action");
        require(statement.has("Resource") != statement.has("NotResource"), "Missing required field Resource");
        for (JsonNode resource : each(statement.path(statement.has("Resource") ? "Resource" : "NotResource"))) {
            require(
                    resource.asText().matches("arn:aws[a-z-]*:s3:::" + bucket.name() + "(/.*)?")
                            || resource.asText().equals("*"),
                    "Policy has invalid resource");
        }
        for (JsonNode action : each(statement.path(statement.has("Action") ? "Action" : "NotAction"))) {
            require(action.asText().matches("(?i)s3:.+|\\*"), "Policy has invalid action");
        }
    }

    private static void require(boolean valid, String message) {
        if (!valid) {
            throw malformed(message);
        }
    }

    private static AwsError malformed(String message) {
        return AwsError.refused("MalformedPolicy", message);
    }
}
