package io.curlake.jobs.run.bridge.migration;

import io.curlake.jobs.cost.CostMeasure;
import io.curlake.jobs.run.bridge.migration.ComparedGold.Resources;
import io.curlake.jobs.run.bridge.migration.Concern.Kind;
import io.curlake.jobs.run.bridge.migration.sum.ComparedSum;
import io.curlake.jobs.run.bridge.migration.sum.ComparedSum.Dimension;
import io.curlake.jobs.run.bridge.migration.sum.ComparedSum.Measure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What to make of the differences between the gold tables of two sources. */
record GoldJudgement(DeliveryPair pair, ComparedGold gold) {
    private static final String UNBLENDED = CostMeasure.UNBLENDED.columnName();
    private static final Set<String> NET =
            Set.of(CostMeasure.NET_UNBLENDED.columnName(), CostMeasure.NET_AMORTIZED.columnName());

    List<Concern> concerns() {
        if (!gold.notBuilt().isEmpty()) {
            return List.of(Concern.of(Kind.GOLD_NOT_BUILT, gold.notBuilt()));
        }
        List<Concern> concerns = new ArrayList<>();
        netCosts(concerns);
        gold.costs().stream()
                .filter(sum -> sum.dimension() == Dimension.TOTAL)
                .forEach(total -> costs(concerns, total));
        new TreeSet<>(gold.tags().stream().map(ComparedSum::value).toList()).forEach(key -> key(concerns, key));
        gold.resources().forEach(resources -> resources(concerns, resources));
        return concerns;
    }

    private void netCosts(List<Concern> concerns) {
        if (gold.netCosts().size() == 1) {
            boolean isLost = gold.netCosts().contains(pair.from().partition().source());
            concerns.add(
                    Concern.of(isLost ? Kind.NET_COSTS_LOST : Kind.NET_COSTS_GAINED, List.copyOf(gold.netCosts())));
        }
    }

    /** Where one source has no net costs of its own, they differ for that reason. */
    private void costs(List<Concern> concerns, ComparedSum total) {
        total.measures().forEach((name, measure) -> {
            boolean isTold = gold.netCosts().size() == 1 && NET.contains(name);
            if (!measure.isExact() && !isTold) {
                concerns.add(Concern.valued(
                        measure.isSameButRounding() ? Kind.ROUNDING : Kind.GOLD_DIFFERS,
                        measure.groups(),
                        List.of("daily_cost." + name),
                        Map.of(total.currency(), measure.change())));
            }
        });
    }

    private void key(List<Concern> concerns, String key) {
        List<ComparedSum> sums =
                gold.tags().stream().filter(sum -> sum.value().equals(key)).toList();
        TreeMap<String, BigDecimal> from = new TreeMap<>();
        TreeMap<String, BigDecimal> to = new TreeMap<>();
        TreeMap<String, BigDecimal> changes = new TreeMap<>();
        for (ComparedSum sum : sums) {
            Measure tagged = sum.measure(UNBLENDED);
            from.put(sum.currency(), tagged.from());
            to.put(sum.currency(), tagged.to());
            changes.put(sum.currency(), tagged.change());
        }
        long groups =
                sums.stream().mapToLong(sum -> sum.measure(UNBLENDED).groups()).sum();
        if (sums.stream().allMatch(sum -> sum.toRows() == 0)) {
            concerns.add(Concern.valued(Kind.TAG_KEYS_LOST, groups, List.of(key), from));
        } else if (sums.stream().allMatch(sum -> sum.fromRows() == 0)) {
            concerns.add(Concern.valued(Kind.TAG_KEYS_GAINED, groups, List.of(key), to));
        } else if (groups > 0) {
            concerns.add(Concern.valued(Kind.TAG_VALUES_DIFFER, groups, List.of(key), changes));
        }
    }

    private static void resources(List<Concern> concerns, Resources resources) {
        if (resources.onlyFrom() > 0) {
            concerns.add(Concern.valued(
                    Kind.RESOURCES_LOST,
                    resources.onlyFrom(),
                    List.of(),
                    Map.of(resources.currency(), resources.fromCost())));
        }
        if (resources.onlyTo() > 0) {
            concerns.add(Concern.valued(
                    Kind.RESOURCES_GAINED,
                    resources.onlyTo(),
                    List.of(),
                    Map.of(resources.currency(), resources.toCost())));
        }
    }
}
