package io.curlake.jobs.gold.focus.rule;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The rules of FOCUS 1.2 for the dataset "cost and usage", as {@code focus-rules.tsv} states them. */
public final class FocusRules {
    private final Map<String, FocusRule> rules = new LinkedHashMap<>();

    public FocusRules() {
        try (InputStream in =
                Objects.requireNonNull(getClass().getResourceAsStream("/io/curlake/jobs/gold/focus/focus-rules.tsv"))) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(FocusRule::of)
                    .forEach(rule -> rules.put(rule.id(), rule));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The violations of every rule that is broken. Rules made of others are left out: {@link #holds}. */
    public Map<String, List<String>> violations(FocusData data) {
        Map<String, List<String>> broken = new TreeMap<>();
        for (FocusRule rule : rules.values()) {
            if (rule.isApplicable() && !rule.isComposite()) {
                List<String> violations = violations(rule, data);
                if (!violations.isEmpty()) {
                    broken.put(rule.id(), violations);
                }
            }
        }
        return broken;
    }

    /** Whether a rule holds, be it made of others, where those are broken. */
    public boolean holds(String id, Map<String, List<String>> broken) {
        FocusRule rule = Objects.requireNonNull(rules.get(id), id);
        return rule.isComposite()
                ? rule.arguments(" ").stream().allMatch(part -> holds(part, broken))
                : !broken.containsKey(id);
    }

    /** How many rules there are of every check. */
    public Map<String, Long> checks() {
        return rules.values().stream()
                .collect(Collectors.groupingBy(FocusRule::check, TreeMap::new, Collectors.counting()));
    }

    /** How many rules are not applicable, by reason. */
    public Map<String, Long> notApplicable() {
        return rules.values().stream()
                .filter(rule -> !rule.isApplicable())
                .collect(Collectors.groupingBy(FocusRule::argument, TreeMap::new, Collectors.counting()));
    }

    static List<String> violations(FocusRule rule, FocusData data) {
        Check check = Objects.requireNonNull(Checks.BY_NAME.get(rule.check()), rule.check());
        return check.violations(rule, data);
    }
}
