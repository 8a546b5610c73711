package io.curlake.jobs.insight.showback;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Splits the cost of shared teams among the others. Nothing is lost: each cost is the sum of its parts. */
public final class SharedCosts {
    private final TeamMap map;
    private final List<String> sharers;
    private final Map<String, Map<String, BigDecimal>> own = new HashMap<>();

    private SharedCosts(TeamMap map, List<TeamCost> costs) {
        this.map = map;
        this.sharers = map.sharers();
        costs.stream()
                .filter(cost -> sharers.contains(cost.key().team()))
                .forEach(cost -> own.computeIfAbsent(cost.key().currency(), currency -> new HashMap<>())
                        .merge(cost.key().team(), cost.netAmortized(), BigDecimal::add));
    }

    /** @param costs of a month, as the rules map them */
    public static List<TeamCost> split(TeamMap map, List<TeamCost> costs) {
        SharedCosts shared = new SharedCosts(map, costs);
        Map<TeamCost.Key, TeamCost> split = new LinkedHashMap<>();
        for (TeamCost cost : costs) {
            shared.partsOf(cost).forEach(part -> split.merge(part.key(), part, TeamCost::plus));
        }
        return List.copyOf(split.values());
    }

    private List<TeamCost> partsOf(TeamCost cost) {
        Split split = map.shared().get(cost.key().team());
        if (split == null) {
            return List.of(cost);
        }
        List<BigDecimal> weights =
                split.weights(sharers, own.getOrDefault(cost.key().currency(), Map.of()));
        List<BigDecimal> unblended = LargestRemainder.split(cost.unblended(), weights);
        List<BigDecimal> netAmortized = LargestRemainder.split(cost.netAmortized(), weights);
        List<TeamCost> parts = new ArrayList<>();
        for (int i = 0; i < sharers.size(); i++) {
            if (unblended.get(i).signum() != 0 || netAmortized.get(i).signum() != 0) {
                parts.add(new TeamCost(cost.key().sharedWith(sharers.get(i)), unblended.get(i), netAmortized.get(i)));
            }
        }
        return parts;
    }
}
