package io.curlake.jobs.run.comparison;

import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.run.history.LoadedDelivery;
import io.curlake.jobs.table.Partition;
import io.curlake.jobs.table.TableName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The deliveries that a period was loaded from, one after the other, each as it was loaded first. */
record LoadedDeliveries(List<LoadedDelivery> inOrder) {
    static LoadedDeliveries of(Warehouse warehouse, Partition partition) {
        return ofAll(warehouse).getOrDefault(partition, new LoadedDeliveries(List.of()));
    }

    /** Of every period that was loaded. */
    static Map<Partition, LoadedDeliveries> ofAll(Warehouse warehouse) {
        Map<Partition, List<LoadedDelivery>> loaded = new HashMap<>();
        warehouse.tables().rows(TableName.DELIVERY).stream()
                .filter(row -> row.<String>getAs("status").equals("loaded"))
                .map(LoadedDelivery::of)
                .sorted(Comparator.comparing(LoadedDelivery::loadedAt))
                .forEach(delivery ->
                        add(loaded.computeIfAbsent(delivery.partition(), p -> new ArrayList<>()), delivery));
        return loaded.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> new LoadedDeliveries(entry.getValue())));
    }

    private static void add(List<LoadedDelivery> loaded, LoadedDelivery next) {
        if (loaded.isEmpty() || !isSame(loaded.get(loaded.size() - 1), next)) {
            loaded.add(next);
        }
    }

    private static boolean isSame(LoadedDelivery one, LoadedDelivery other) {
        return one.deliveryId().equals(other.deliveryId())
                && one.manifest().version().equals(other.manifest().version());
    }

    LoadedDeliveries {
        inOrder = List.copyOf(inOrder);
    }

    /** Oldest first, each once. */
    List<String> ids() {
        return inOrder.stream().map(LoadedDelivery::deliveryId).distinct().toList();
    }

    /** The newest load of that delivery. */
    Optional<LoadedDelivery> of(String id) {
        return inOrder.stream()
                .filter(delivery -> delivery.deliveryId().equals(id))
                .reduce((older, newer) -> newer);
    }

    LoadedDelivery newest() {
        return inOrder.get(inOrder.size() - 1);
    }

    Instant firstLoadedAt() {
        return inOrder.get(0).loadedAt();
    }

    /** How many steps from one delivery to the next there are. */
    int restatements() {
        return Math.max(0, inOrder.size() - 1);
    }

    /** The loads from one delivery up to another that was loaded later; none where it was not. */
    List<LoadedDelivery> chain(LoadedDelivery from, LoadedDelivery to) {
        int first = inOrder.indexOf(from);
        int last = inOrder.indexOf(to);
        return IntStream.rangeClosed(first, last).mapToObj(inOrder::get).toList();
    }
}
