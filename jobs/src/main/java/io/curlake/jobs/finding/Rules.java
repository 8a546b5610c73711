package io.curlake.jobs.finding;

import io.curlake.model.config.FindingsConfig;
import java.util.List;

/** All rules but those that are off. */
public final class Rules {
    private final List<FindingRule> rules;

    private Rules(List<FindingRule> rules) {
        this.rules = rules;
    }

    public static Rules of(FindingsConfig config) {
        return new Rules(List.of());
    }

    public List<Finding> find(RegionView view) {
        return rules.stream().flatMap(rule -> rule.find(view).stream()).toList();
    }
}
