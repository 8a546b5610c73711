package io.curlake.jobs.run.bridge.migration;

import io.curlake.jobs.account.ConnectedAccounts;
import io.curlake.jobs.run.bridge.migration.Concern.Kind;
import io.curlake.jobs.run.bridge.migration.sum.ComparedSum;
import io.curlake.jobs.run.bridge.migration.sum.ComparedSum.Dimension;
import io.curlake.jobs.run.bridge.migration.sum.ComparedSum.Measure;
import io.curlake.model.AccountId;
import io.curlake.model.CostColumn;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** What to make of the differences between two deliveries, and of who is connected to their sources. */
record DeliveredJudgement(DeliveryPair pair, List<ComparedSum> delivered, ConnectedAccounts connected) {
    private static final String UNBLENDED = CostColumn.UNBLENDED.measure();

    List<Concern> concerns() {
        List<Concern> concerns = new ArrayList<>();
        of(Dimension.TOTAL).forEach(total -> concerns.addAll(ofTotal(total)));
        if (concerns.stream().noneMatch(concern -> concern.kind() == Kind.COST_DIFFERS)) {
            invoices(concerns);
        }
        open(concerns);
        accounts(concerns);
        return concerns;
    }

    private List<Concern> ofTotal(ComparedSum total) {
        List<Concern> concerns = new ArrayList<>();
        total.measures().forEach((name, measure) -> {
            if (!measure.isExact()) {
                concerns.add(Concern.valued(
                        kind(total, name),
                        measure.groups(),
                        List.of(name),
                        Map.of(total.currency(), measure.change())));
            }
        });
        long more = total.toRows() - total.fromRows();
        if (more != 0 && concerns.stream().noneMatch(concern -> concern.kind() == Kind.COST_DIFFERS)) {
            concerns.add(Concern.valued(Kind.SPLIT_DIFFERENTLY, more, List.of(total.currency()), Map.of()));
        }
        return concerns;
    }

    private Kind kind(ComparedSum total, String measure) {
        if (total.measure(measure).isSameButRounding()) {
            return Kind.ROUNDING;
        }
        if (total.fromRows() > 0 && total.toRows() > 0) {
            if (isZero(total.currency(), measure, Measure::to)) {
                return Kind.MEASURE_LOST;
            }
            if (isZero(total.currency(), measure, Measure::from)) {
                return Kind.MEASURE_GAINED;
            }
        }
        return Kind.COST_DIFFERS;
    }

    /** Whether one side has nothing of a measure in any part of the period: then it does not deliver it. */
    private boolean isZero(String currency, String measure, Function<Measure, BigDecimal> side) {
        return delivered.stream()
                .filter(sum -> sum.currency().equals(currency))
                .allMatch(sum -> side.apply(sum.measure(measure)).signum() == 0);
    }

    private void invoices(List<Concern> concerns) {
        List<String> different = of(Dimension.INVOICE).stream()
                .filter(sum -> !sum.measure(UNBLENDED).isSameButRounding())
                .map(ComparedSum::value)
                .distinct()
                .toList();
        if (!different.isEmpty()) {
            concerns.add(Concern.of(Kind.INVOICES_DIFFER, different));
        }
    }

    private void open(List<Concern> concerns) {
        List<ComparedSum> without = of(Dimension.INVOICE).stream()
                .filter(sum -> sum.value().isEmpty())
                .toList();
        List<String> open = new ArrayList<>();
        if (without.stream().anyMatch(sum -> sum.fromRows() > 0)) {
            open.add(pair.from().partition().source());
        }
        if (without.stream().anyMatch(sum -> sum.toRows() > 0)) {
            open.add(pair.to().partition().source());
        }
        if (!open.isEmpty()) {
            concerns.add(Concern.of(Kind.OPEN, open));
        }
    }

    private void accounts(List<Concern> concerns) {
        SortedSet<AccountId> from = connected.in(pair.from().partition().source(), pair.period());
        SortedSet<AccountId> to = connected.in(pair.to().partition().source(), pair.period());
        accounts(Kind.ACCOUNTS_LOST, without(from, to), Measure::from).forEach(concerns::add);
        accounts(Kind.ACCOUNTS_GAINED, without(to, from), Measure::to).forEach(concerns::add);
    }

    private static List<String> without(SortedSet<AccountId> some, SortedSet<AccountId> others) {
        SortedSet<AccountId> rest = new TreeSet<>(some);
        rest.removeAll(others);
        return rest.stream().map(AccountId::value).toList();
    }

    private List<Concern> accounts(Kind kind, List<String> ids, Function<Measure, BigDecimal> side) {
        TreeMap<String, BigDecimal> costs = new TreeMap<>();
        of(Dimension.ACCOUNT).stream()
                .filter(sum -> ids.contains(sum.value()))
                .forEach(sum -> costs.merge(sum.currency(), side.apply(sum.measure(UNBLENDED)), BigDecimal::add));
        return ids.isEmpty() ? List.of() : List.of(Concern.valued(kind, ids.size(), ids, costs));
    }

    private List<ComparedSum> of(Dimension dimension) {
        return delivered.stream().filter(sum -> sum.dimension() == dimension).toList();
    }
}
