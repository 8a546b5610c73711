package io.curlake.jobs.insight.anomaly;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a usage type or a resource has to do with an anomaly.
 *
 * @param name '' for what is of no resource
 * @param cost on that day
 * @param change since the same day of the week before
 */
public record Contribution(String name, BigDecimal cost, BigDecimal change) {
    private static final int MOST = 3;

    /** A cost of the day itself, or of the one it is compared with. */
    public record Part(String name, When when, BigDecimal cost) {}

    /** Of which day a cost is. */
    public enum When {
        THAT_DAY,
        A_WEEK_BEFORE
    }

    /** The three that changed most. */
    public static List<Contribution> largest(List<Part> parts) {
        Map<String, Contribution> byName = new TreeMap<>();
        for (Part part : parts) {
            Contribution contribution = switch (part.when()) {
                case THAT_DAY -> new Contribution(part.name(), part.cost(), part.cost());
                case A_WEEK_BEFORE ->
                    new Contribution(part.name(), BigDecimal.ZERO, part.cost().negate());
            };
            byName.merge(part.name(), contribution, Contribution::plus);
        }
        return byName.values().stream()
                .sorted(Comparator.comparing((Contribution one) -> one.change().abs())
                        .reversed())
                .limit(MOST)
                .toList();
    }

    private Contribution plus(Contribution other) {
        return new Contribution(name, cost.add(other.cost), change.add(other.change));
    }
}
