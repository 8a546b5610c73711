package io.curlake.model.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is worked out from daily costs besides forecasts.
 *
 * @param teams the CSV that maps costs to teams; nothing is mapped without one
 */
public record InsightConfig(AnomalyConfig anomalies, List<BudgetConfig> budgets, Optional<String> teams) {
    public static final InsightConfig DEFAULT = new InsightConfig(AnomalyConfig.DEFAULT, List.of(), Optional.empty());

    public InsightConfig {
        budgets = List.copyOf(budgets);
    }

    /** The keys {@code anomalies}, {@code budgets} and {@code showback} of a configuration. */
    static InsightConfig parse(YamlMap root, List<SourceConfig> sources) {
        return new InsightConfig(
                root.map("anomalies").map(AnomalyConfig::parse).orElse(AnomalyConfig.DEFAULT),
                budgets(root, sources),
                root.map("showback").map(InsightConfig::teams));
    }

    private static List<BudgetConfig> budgets(YamlMap root, List<SourceConfig> sources) {
        List<BudgetConfig> budgets = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (YamlMap map : root.mapsIfAny("budgets")) {
            BudgetConfig budget = BudgetConfig.parse(map, sources);
            if (!names.add(budget.name())) {
                throw map.refusal("name", "budget '" + budget.name() + "' stands twice");
            }
            budgets.add(budget);
        }
        return budgets;
    }

    private static String teams(YamlMap map) {
        String teams = map.required("teams");
        map.refuseTheRest();
        return teams;
    }
}
