package io.curlake.provisioning.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement as one text that is the same for every way of writing it: order, one value or a list of one, the case of
 * actions, operators and condition keys, and an account's id for its root, as which AWS stores it.
 */
final class PolicyMeaning {
    private static final Pattern ROOT = Pattern.compile("arn:aws[a-z-]*:iam::(\\d{12}):root");

    private PolicyMeaning() {}

    static String of(JsonNode statement) {
        Map<String, Object> elements = new TreeMap<>();
        statement
                .properties()
                .forEach(element -> elements.put(element.getKey(), element(element.getKey(), element.getValue())));
        return elements.toString();
    }

    private static Object element(String name, JsonNode value) {
        return switch (name) {
            case "Principal", "NotPrincipal" -> principals(value);
            case "Action", "NotAction" -> texts(value, PolicyMeaning::lower);
            case "Resource", "NotResource" -> texts(value, UnaryOperator.identity());
            case "Condition" -> conditions(value);
            default -> canonical(value);
        };
    }

    private static Object principals(JsonNode value) {
        if (!value.isObject()) {
            return new TreeMap<>(Map.of("AWS", texts(value, PolicyMeaning::account)));
        }
        Map<String, SortedSet<String>> byKind = new TreeMap<>();
        value.properties().forEach(kind -> byKind.put(kind.getKey(), texts(kind.getValue(), PolicyMeaning::account)));
        return byKind;
    }

    /** A set, not a map by operator: whatever stands twice in another case holds twice. */
    private static SortedSet<String> conditions(JsonNode operators) {
        SortedSet<String> conditions = new TreeSet<>();
        operators
                .properties()
                .forEach(operator -> operator.getValue()
                        .properties()
                        .forEach(key -> conditions.add(condition(lower(operator.getKey()), key))));
        return conditions;
    }

    private static String condition(String operator, Map.Entry<String, JsonNode> key) {
        return operator + " " + lower(key.getKey()) + " " + texts(key.getValue(), form(operator));
    }

    private static UnaryOperator<String> form(String operator) {
        if (operator.contains("bool") || operator.startsWith("null") || operator.contains("ignorecase")) {
            return PolicyMeaning::lower;
        }
        return operator.contains("numeric") ? PolicyMeaning::number : UnaryOperator.identity();
    }

    private static String number(String text) {
        try {
            return new BigDecimal(text).stripTrailingZeros().toPlainString();
        } catch (NumberFormatException e) {
            return text;
        }
    }

    private static SortedSet<String> texts(JsonNode value, UnaryOperator<String> form) {
        SortedSet<String> texts = new TreeSet<>();
        if (value.isArray()) {
            value.forEach(one -> texts.add(quoted(form.apply(one.asText()))));
        } else {
            texts.add(quoted(form.apply(value.asText())));
        }
        return texts;
    }

    private static String canonical(JsonNode value) {
        if (!value.isObject()) {
            return value.toString();
        }
        Map<String, String> sorted = new TreeMap<>();
        value.properties().forEach(member -> sorted.put(member.getKey(), canonical(member.getValue())));
        return sorted.toString();
    }

    private static String account(String principal) {
        Matcher root = ROOT.matcher(principal);
        return root.matches() ? root.group(1) : principal;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** So that two values never look like one with a comma. */
    private static String quoted(String text) {
        return PolicyJson.nodes().textNode(text).toString();
    }
}
