package io.curlake.sandbox.aws.bucket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What a billing service wants to do with a bucket, and whether a policy lets it.
 *
 * @param principal of the service: {@code bcm-data-exports.amazonaws.com}
 * @param account whose export it is
 * @param sourceArn of the export
 * @param action like {@code s3:PutObject}
 * @param resource of the bucket or an object
 */
record Delivery(String principal, String account, String sourceArn, String action, String resource) {
    boolean allowedBy(Optional<String> policy) {
        return policy.map(this::allowedBy).orElse(false);
    }

    private boolean allowedBy(String policy) {
        boolean allowed = false;
        for (JsonNode statement : PolicyRules.each(parsed(policy).path("Statement"))) {
            if (concernedBy(statement)) {
                if (statement.path("Effect").asText().equals("Deny")) {
                    return false;
                }
                allowed = true;
            }
        }
        return allowed;
    }

    private boolean concernedBy(JsonNode statement) {
        return named(statement, "Principal", this::isPrincipal)
                && named(
                        statement,
                        "Action",
                        pattern -> like(pattern.asText().toLowerCase(Locale.ROOT), action.toLowerCase(Locale.ROOT)))
                && named(statement, "Resource", pattern -> like(pattern.asText(), resource))
                && conditionsHold(statement.path("Condition"));
    }

    private static boolean named(JsonNode statement, String element, Predicate<JsonNode> matches) {
        return statement.has(element)
                ? PolicyRules.each(statement.path(element)).stream().anyMatch(matches)
                : PolicyRules.each(statement.path("Not" + element)).stream().noneMatch(matches);
    }

    private boolean isPrincipal(JsonNode named) {
        return named.isTextual()
                ? named.asText().equals("*")
                : PolicyRules.each(named.path("Service")).stream()
                                .anyMatch(service -> service.asText().equals(principal))
                        || named.path("AWS").asText().equals("*");
    }

    private boolean conditionsHold(JsonNode conditions) {
        for (Map.Entry<String, JsonNode> operator : conditions.properties()) {
            for (Map.Entry<String, JsonNode> key : operator.getValue().properties()) {
                if (!holds(operator.getKey(), key.getKey(), key.getValue())) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean holds(String operator, String key, JsonNode wanted) {
        Optional<String> actual = context(key.toLowerCase(Locale.ROOT));
        String plain = operator.replace("IfExists", "");
        boolean negative = plain.contains("Not");
        if (actual.isEmpty()) {
            return plain.equals("Null") ? wanted.asBoolean() : negative || operator.endsWith("IfExists");
        }
        boolean any = PolicyRules.each(wanted).stream().anyMatch(value -> switch (plain) {
            case "StringEquals", "StringNotEquals", "Bool" -> value.asText().equals(actual.get());
            case "StringLike", "StringNotLike", "ArnLike", "ArnNotLike", "ArnEquals", "ArnNotEquals" ->
                like(value.asText(), actual.get());
            case "Null" -> !value.asBoolean();
            default -> false;
        });
        return any != negative;
    }

    /** What AWS knows about a delivery: no network, no organization. */
    private Optional<String> context(String key) {
        return switch (key) {
            case "aws:sourceaccount" -> Optional.of(account);
            case "aws:sourcearn" -> Optional.of(sourceArn);
            case "aws:securetransport", "aws:principalisawsservice" -> Optional.of("true");
            case "aws:principalservicename" -> Optional.of(principal);
            default -> Optional.empty();
        };
    }

    private static boolean like(String pattern, String text) {
        String form = "\\Q" + pattern.replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q") + "\\E";
        return Pattern.matches(form, text);
    }

    private static JsonNode parsed(String policy) {
        try {
            return PolicyRules.JSON.readTree(policy);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot read a policy that was stored: " + policy, e);
        }
    }
}
