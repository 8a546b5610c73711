package io.curlake.jobs.run.accounts;

import io.curlake.jobs.account.AccountNews;
import io.curlake.jobs.account.catalog.Sightings;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.run.history.KnownLoads;
import io.curlake.jobs.run.history.LoadedDelivery;
import io.curlake.jobs.table.Partition;
import io.curlake.jobs.table.TableName;
import io.curlake.model.AccountId;
import io.curlake.model.BillingPeriod;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The loads of the newest delivery of each period and of the one before, in the order of time. */
final class LoadedDeliveries {
    private final SortedMap<Partition, List<LoadedDelivery>> byPeriod = new TreeMap<>(Partition.BY_SOURCE_AND_PERIOD);

    static LoadedDeliveries of(Warehouse warehouse) {
        Set<String> recent = KnownLoads.of(warehouse).newestTwo();
        return of(warehouse.tables().rows(TableName.DELIVERY, "load_id", recent).stream()
                .map(LoadedDelivery::of)
                .toList());
    }

    static LoadedDeliveries of(List<LoadedDelivery> loads) {
        LoadedDeliveries loaded = new LoadedDeliveries();
        loads.stream()
                .sorted(Comparator.comparing(LoadedDelivery::loadedAt))
                .forEach(delivery -> loaded.byPeriod
                        .computeIfAbsent(delivery.partition(), partition -> new ArrayList<>())
                        .add(delivery));
        return loaded;
    }

    /** The delivery that each period holds, by source and period. */
    List<LoadedDelivery> newest() {
        return byPeriod.values().stream()
                .map(loads -> loads.get(loads.size() - 1))
                .toList();
    }

    List<LoadedDelivery> newestOf(String source) {
        return newest().stream()
                .filter(d -> d.partition().source().equals(source))
                .toList();
    }

    /** The last periods of any source, oldest first. */
    List<BillingPeriod> lastPeriods(int count) {
        List<BillingPeriod> periods = newest().stream()
                .map(delivery -> delivery.partition().period())
                .distinct()
                .sorted()
                .toList();
        return periods.subList(Math.max(0, periods.size() - count), periods.size());
    }

    Sightings sightings(String source) {
        Sightings sightings = new Sightings();
        newestOf(source).forEach(d -> sightings.add(d.partition().period(), AccountNews.ids(d.usageAccounts())));
        return sightings;
    }

    /** The accounts of the last period's delivery that neither its delivery before nor another period has. */
    List<AccountId> arrived(String source) {
        List<LoadedDelivery> newest = newestOf(source);
        if (newest.isEmpty()) {
            return List.of();
        }
        LoadedDelivery last = newest.get(newest.size() - 1);
        List<String> before = new ArrayList<>();
        newest.subList(0, newest.size() - 1).forEach(delivery -> before.addAll(delivery.usageAccounts()));
        precedent(last).map(LoadedDelivery::usageAccounts).ifPresent(before::addAll);
        return AccountNews.of(last.usageAccounts(), before, Set.of(), Map.of()).arrived();
    }

    /** The other delivery that the period held before. Loading one again, for other accounts, makes it no other. */
    private Optional<LoadedDelivery> precedent(LoadedDelivery delivery) {
        Collection<LoadedDelivery> loads = byPeriod.getOrDefault(delivery.partition(), List.of());
        return loads.stream().filter(other -> !other.isOfSame(delivery)).reduce((earlier, later) -> later);
    }
}
