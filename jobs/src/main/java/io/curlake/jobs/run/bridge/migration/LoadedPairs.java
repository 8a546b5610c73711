package io.curlake.jobs.run.bridge.migration;

import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.run.history.LoadHistory;
import io.curlake.jobs.run.history.LoadedDelivery;
import io.curlake.jobs.run.history.RecordedCosts;
import io.curlake.jobs.table.Partition;
import io.curlake.model.BillingPeriod;
import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The billing periods that both sources have loaded; refuses to compare what is not there. */
final class LoadedPairs {
    private final Warehouse warehouse;
    private final MigrationRequest request;
    private final LoadHistory history;

    LoadedPairs(Warehouse warehouse, MigrationRequest request) {
        this.warehouse = warehouse;
        this.request = request;
        this.history = LoadHistory.of(warehouse);
    }

    /** The periods asked for, oldest first. */
    List<DeliveryPair> pairs() {
        List<DeliveryPair> pairs = (request.periods().isEmpty() ? common() : new TreeSet<>(request.periods()))
                .stream().map(this::pair).toList();
        pairs.forEach(pair -> pair.both().forEach(loaded -> requireComparable(pair, loaded)));
        return pairs;
    }

    /** The periods that one source has and the other has not. */
    List<BillingPeriod> onlyOf(String source, String other) {
        return loaded(source).stream()
                .filter(period -> !loaded(other).contains(period))
                .toList();
    }

    private SortedSet<BillingPeriod> common() {
        SortedSet<BillingPeriod> common = loaded(request.from().name());
        common.retainAll(loaded(request.to().name()));
        if (common.isEmpty()) {
            throw new Refusal(
                    ExitCode.NOTHING_DELIVERED,
                    "Cannot compare " + names() + ": no billing period is loaded from both. '"
                            + request.from().name() + "' has "
                            + periods(request.from().name()) + ", '"
                            + request.to().name() + "' has "
                            + periods(request.to().name())
                            + ". Load a month that both exports deliver.");
        }
        return common;
    }

    private DeliveryPair pair(BillingPeriod period) {
        return new DeliveryPair(
                loaded(request.from().name(), period), loaded(request.to().name(), period));
    }

    private LoadedDelivery loaded(String source, BillingPeriod period) {
        return history.of(new Partition(source, period))
                .orElseThrow(() -> new Refusal(
                        ExitCode.NOTHING_DELIVERED,
                        "Cannot compare billing period " + period + " of " + names() + ": '" + source
                                + "' has not loaded it. Run 'curlake load --source " + source + " --period " + period
                                + "' first."));
    }

    private void requireComparable(DeliveryPair pair, LoadedDelivery loaded) {
        String source = loaded.partition().source();
        String load = "'curlake load --source " + source + " --period " + pair.period();
        if (history.isUnfinished(loaded.partition())) {
            throw new Refusal(
                    ExitCode.DELIVERY_UNREADABLE,
                    "Cannot compare billing period " + pair.period() + " of " + names() + ": a load of '" + source
                            + "' was interrupted. Run " + load + "', which completes it.");
        }
        if (!new RecordedCosts(warehouse, loaded.partition()).keeps(loaded)) {
            throw new Refusal(
                    ExitCode.DELIVERY_UNREADABLE,
                    "Cannot compare billing period " + pair.period() + " of " + names()
                            + ": delivered_cost does not keep"
                            + " what '" + source + "' delivered. Run " + load + " --delivery " + loaded.deliveryId()
                            + "', which loads it again.");
        }
    }

    private SortedSet<BillingPeriod> loaded(String source) {
        return history.ofSource(source).stream()
                .map(loaded -> loaded.partition().period())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String periods(String source) {
        SortedSet<BillingPeriod> loaded = loaded(source);
        return loaded.isEmpty()
                ? "nothing"
                : loaded.stream().map(BillingPeriod::toString).collect(Collectors.joining(", "));
    }

    private String names() {
        return "'" + request.from().name() + "' and '" + request.to().name() + "'";
    }
}
