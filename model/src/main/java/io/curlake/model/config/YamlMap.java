package io.curlake.model.config;

import io.curlake.model.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A YAML mapping read key by key, every scalar as the text that was written (an account id keeps its zeros). What is
 * left when {@link #refuseTheRest} is called is an unknown key.
 */
final class YamlMap {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");

    private final String file;
    private final String path;
    private final int line;
    private final UnaryOperator<String> environment;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final Set<String> known = new TreeSet<>();

    private YamlMap(String file, String path, MappingNode node, UnaryOperator<String> environment) {
        this.file = file;
        this.path = path;
        this.line = lineOf(node);
        this.environment = environment;
        for (NodeTuple tuple : node.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            if (values.put(key, tuple.getValueNode()) != null) {
                throw refusal(lineOf(tuple.getKeyNode()), "key '" + path + key + "' stands twice");
            }
            lines.put(key, lineOf(tuple.getKeyNode()));
        }
    }

    /** @param environment the value of an environment variable, or "" where it is not set */
    static YamlMap of(String file, Node node, UnaryOperator<String> environment) {
        if (node instanceof MappingNode mapping) {
            return new YamlMap(file, "", mapping, environment);
        }
        throw refusal(file, lineOf(node), "the file holds no keys");
    }

    String required(String key) {
        String text = text(key).orElseThrow(() -> missing(key));
        if (text.isEmpty()) {
            throw withoutValue(key);
        }
        return text;
    }

    YamlMap requiredMap(String key) {
        return map(key).orElseThrow(() -> missing(key));
    }

    /** A required value that a rule reads; what the rule refuses is refused with its line. */
    <T> T required(String key, Function<String, T> rule) {
        String text = required(key);
        return read(key, text, rule);
    }

    <T> Optional<T> optional(String key, Function<String, T> rule) {
        return text(key).map(text -> read(key, text, rule));
    }

    /** The scalar under the key, with {@code ${NAME}} replaced from the environment. */
    Optional<String> text(String key) {
        known.add(key);
        Node node = values.get(key);
        if (node == null) {
            return Optional.empty();
        }
        if (node.getTag().equals(Tag.NULL)) {
            throw withoutValue(key);
        }
        if (node instanceof ScalarNode scalar) {
            return Optional.of(substituted(scalar));
        }
        throw refusal(lineOf(node), "key '" + path + key + "' takes one value");
    }

    boolean flag(String key, boolean otherwise) {
        return optional(key, text -> switch (text.toLowerCase(Locale.ROOT)) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw new IllegalArgumentException("'" + text + "' is neither true nor false");
                })
                .orElse(otherwise);
    }

    /** One of the constants of an enum, written in lower case with hyphens. */
    <E extends Enum<E>> E oneOf(Class<E> choices, String key, E otherwise) {
        return optional(key, text -> choice(choices, text)).orElse(otherwise);
    }

    /** Constants of an enum, as a list of words; a list without any is refused. */
    <E extends Enum<E>> Optional<Set<E>> someOf(Class<E> choices, String key) {
        known.add(key);
        Node node = values.get(key);
        if (node == null) {
            return Optional.empty();
        }
        Set<E> some = EnumSet.noneOf(choices);
        if (node instanceof SequenceNode sequence) {
            for (Node item : sequence.getValue()) {
                String text = item instanceof ScalarNode scalar ? scalar.getValue() : "";
                some.add(read(key, text, word -> choice(choices, word)));
            }
        }
        if (some.isEmpty()) {
            throw refusal(key, "it takes a list: one or more of " + words(choices));
        }
        return Optional.of(some);
    }

    Optional<YamlMap> map(String key) {
        known.add(key);
        Node node = values.get(key);
        if (node == null) {
            return Optional.empty();
        }
        if (node instanceof MappingNode mapping) {
            return Optional.of(new YamlMap(file, path + key + ".", mapping, environment));
        }
        throw refusal(lineOf(node), "key '" + path + key + "' takes keys of its own");
    }

    List<YamlMap> maps(String key) {
        known.add(key);
        Node node = values.get(key);
        if (!(node instanceof SequenceNode sequence)) {
            throw refusal(lineOf(key), "key '" + path + key + "' must be a list");
        }
        List<YamlMap> maps = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            if (!(item instanceof MappingNode mapping)) {
                throw refusal(lineOf(item), "each item of '" + path + key + "' takes keys of its own");
            }
            maps.add(new YamlMap(file, path + key + "[" + maps.size() + "].", mapping, environment));
        }
        return maps;
    }

    /** The same of a list that may be left out. */
    List<YamlMap> mapsIfAny(String key) {
        known.add(key);
        return values.containsKey(key) ? maps(key) : List.of();
    }

    /** A list of texts, each read by a rule; none where the key is left out. */
    <T> List<T> list(String key, Function<String, T> rule) {
        known.add(key);
        Node node = values.get(key);
        if (node == null) {
            return List.of();
        }
        List<T> items = new ArrayList<>();
        if (node instanceof SequenceNode sequence) {
            for (Node item : sequence.getValue()) {
                String text = item instanceof ScalarNode scalar ? substituted(scalar) : "";
                items.add(read(key, text, rule));
            }
        }
        if (items.isEmpty()) {
            throw refusal(key, "it takes a list of one or more values");
        }
        return items;
    }

    /** Every key with its text, for a mapping whose keys are the user's own. */
    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String key : values.keySet()) {
            texts.put(key, text(key).orElseThrow());
        }
        return texts;
    }

    void refuseTheRest() {
        for (Map.Entry<String, Node> entry : values.entrySet()) {
            if (!known.contains(entry.getKey())) {
                throw refusal(
                        lineOf(entry.getKey()),
                        "unknown key '" + path + entry.getKey() + "'; known here are " + String.join(", ", known));
            }
        }
    }

    Refusal refusal(String key, String reason) {
        return refusal(lineOf(key), "key '" + path + key + "': " + reason);
    }

    private Refusal missing(String key) {
        return refusal(line, "key '" + path + key + "' is missing");
    }

    private Refusal withoutValue(String key) {
        return refusal(lineOf(key), "key '" + path + key + "' has no value");
    }

    /** Where the key stands, or where the mapping begins that it is missing from. */
    private int lineOf(String key) {
        return lines.getOrDefault(key, line);
    }

    private <T> T read(String key, String text, Function<String, T> rule) {
        try {
            return rule.apply(text);
        } catch (IllegalArgumentException e) {
            throw refusal(key, String.valueOf(e.getMessage()));
        }
    }

    private String substituted(ScalarNode scalar) {
        Matcher matcher = VARIABLE.matcher(scalar.getValue());
        StringBuilder text = new StringBuilder();
        while (matcher.find()) {
            String value = environment.apply(matcher.group(1));
            if (value.isEmpty()) {
                throw refusal(lineOf(scalar), "environment variable " + matcher.group(1) + " is not set");
            }
            matcher.appendReplacement(text, Matcher.quoteReplacement(value));
        }
        return matcher.appendTail(text).toString();
    }

    private Refusal refusal(int atLine, String reason) {
        return refusal(file, atLine, reason);
    }

    static Refusal refusal(String file, int atLine, String reason) {
        return Refusal.usage("Cannot read configuration " + file + ", line " + atLine + ": " + reason + ".");
    }

    private static <E extends Enum<E>> E choice(Class<E> choices, String text) {
        return Arrays.stream(choices.getEnumConstants())
                .filter(c -> word(c).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is none of " + words(choices)));
    }

    private static <E extends Enum<E>> String words(Class<E> choices) {
        return String.join(
                ", ",
                Arrays.stream(choices.getEnumConstants()).map(YamlMap::word).toList());
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static int lineOf(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }
}
