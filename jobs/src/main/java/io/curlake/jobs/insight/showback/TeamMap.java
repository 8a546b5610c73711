package io.curlake.jobs.insight.showback;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whose cost is whose.
 *
 * @param rules the first that matches counts
 * @param fallback the team of what no rule matches; nobody's without one
 * @param shared teams whose cost is split among the others, and how
 */
public record TeamMap(List<TeamRule> rules, Optional<String> fallback, Map<String, Split> shared) {
    public TeamMap {
        rules = List.copyOf(rules);
        shared = new LinkedHashMap<>(shared);
    }

    /** Those that rules name, in the order of the file. */
    public List<String> teams() {
        return Stream.concat(rules.stream().map(TeamRule::team), fallback.stream())
                .distinct()
                .toList();
    }

    /** Those that shared cost is split among. */
    public List<String> sharers() {
        return teams().stream().filter(team -> !shared.containsKey(team)).toList();
    }
}
