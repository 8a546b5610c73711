package io.curlake.provisioning.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Policies as people, consoles and templates write them: any order, any whitespace, lists of one. */
final class RandomPolicies {
    private static final List<String> SPACES = List.of("", "", " ", "  ", "\n", "\r\n\t", "\n    ");
    private static final List<String> ACTIONS =
            List.of("s3:GetObject", "s3:Put*", "s3:ListBucket", "*", "s3:DeleteObject", "s3:GetBucketAcl");
    private static final List<String> TEXTS = List.of(
            "arn:aws:s3:::acme-billing/*",
            "arn:aws:s3:::acme-billing",
            "} , { \"Statement\": [",
            "back\\slash and \"quote\"",
            "Zürich 東京 😀",
            "${aws:username}");

    private final Random random;

    RandomPolicies(long seed) {
        this.random = new Random(seed);
    }

    /** Statements, half of them with a Sid; none of ours. */
    List<ObjectNode> statements(int count) {
        List<ObjectNode> statements = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ObjectNode statement = PolicyJson.nodes().objectNode();
            if (random.nextBoolean()) {
                statement.put("Sid", "Foreign" + i);
            }
            statement.put("Effect", random.nextBoolean() ? "Allow" : "Deny");
            statement.set(either("Principal", "NotPrincipal"), principal());
            statement.set(either("Action", "NotAction"), values(ACTIONS));
            statement.set(either("Resource", "NotResource"), values(TEXTS));
            if (random.nextBoolean()) {
                ObjectNode condition = statement.putObject("Condition");
                condition.putObject("StringLike").set("aws:SourceArn", values(TEXTS));
                condition.putObject("Bool").put("aws:SecureTransport", random.nextBoolean());
            }
            statements.add(statement);
        }
        return statements;
    }

    /** One way of writing a tree, without a change of its order. */
    String written(JsonNode tree) {
        if (tree.isObject()) {
            List<String> members = new ArrayList<>();
            tree.properties()
                    .forEach(member -> members.add(PolicyJson.nodes().textNode(member.getKey()) + space() + ":"
                            + space() + written(member.getValue())));
            return "{" + space() + String.join(space() + "," + space(), members) + space() + "}";
        }
        if (tree.isArray()) {
            List<String> elements = new ArrayList<>();
            tree.forEach(element -> elements.add(written(element)));
            return "[" + space() + String.join(space() + "," + space(), elements) + space() + "]";
        }
        return tree.toString();
    }

    String space() {
        return SPACES.get(random.nextInt(SPACES.size()));
    }

    /** As a store gives a tree back that keeps its meaning only: other order, texts for booleans, lists or none. */
    JsonNode storedLike(JsonNode tree) {
        if (tree.isObject()) {
            List<Map.Entry<String, JsonNode>> members = new ArrayList<>(tree.properties());
            Collections.shuffle(members, random);
            ObjectNode stored = PolicyJson.nodes().objectNode();
            members.forEach(member -> stored.set(
                    member.getKey(),
                    member.getKey().equals("AWS")
                            ? storedLike(roots(member.getValue()))
                            : storedLike(member.getValue())));
            return stored;
        }
        if (tree.isArray()) {
            List<JsonNode> elements = new ArrayList<>();
            tree.forEach(element -> elements.add(storedLike(element)));
            Collections.shuffle(elements, random);
            return elements.size() == 1 && elements.get(0).isTextual()
                    ? elements.get(0)
                    : PolicyJson.nodes().arrayNode().addAll(elements);
        }
        return PolicyJson.nodes().textNode(tree.asText());
    }

    private static JsonNode roots(JsonNode accounts) {
        if (accounts.isArray()) {
            ArrayNode roots = PolicyJson.nodes().arrayNode();
            accounts.forEach(account -> roots.add(roots(account)));
            return roots;
        }
        String text = accounts.asText();
        return PolicyJson.nodes().textNode(text.matches("\\d{12}") ? "arn:aws:iam::" + text + ":root" : text);
    }

    private JsonNode principal() {
        if (random.nextInt(4) == 0) {
            return PolicyJson.nodes().textNode("*");
        }
        ObjectNode principal = PolicyJson.nodes().objectNode();
        principal.set("AWS", values(List.of("111122223333", "arn:aws:iam::444455556666:role/reader")));
        return principal;
    }

    private JsonNode values(List<String> from) {
        if (random.nextBoolean()) {
            return PolicyJson.nodes().textNode(from.get(random.nextInt(from.size())));
        }
        ArrayNode values = PolicyJson.nodes().arrayNode();
        List<String> shuffled = new ArrayList<>(from);
        Collections.shuffle(shuffled, random);
        shuffled.subList(0, 1 + random.nextInt(from.size())).forEach(values::add);
        return values;
    }

    private String either(String one, String other) {
        return random.nextInt(5) == 0 ? other : one;
    }
}
