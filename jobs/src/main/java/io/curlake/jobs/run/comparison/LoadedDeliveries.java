package io.curlake.jobs.run.comparison;

import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.run.history.LoadHistory;
import io.curlake.jobs.run.history.LoadedDelivery;
import io.curlake.jobs.table.Partition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The deliveries that a period was loaded from, one after the other, each as it was loaded first. */
record LoadedDeliveries(List<LoadedDelivery> inOrder) {
    static LoadedDeliveries of(Warehouse warehouse, Partition partition) {
        List<LoadedDelivery> loaded = new ArrayList<>();
        LoadHistory.allOf(warehouse, partition).forEach(delivery -> add(loaded, delivery));
        return new LoadedDeliveries(loaded);
    }

    private static void add(List<LoadedDelivery> loaded, LoadedDelivery next) {
        if (loaded.isEmpty() || !next.isOfSame(loaded.get(loaded.size() - 1))) {
            loaded.add(next);
        }
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

    /** The loads from one delivery up to another that was loaded later; none where it was not. */
    List<LoadedDelivery> chain(LoadedDelivery from, LoadedDelivery to) {
        int first = inOrder.indexOf(from);
        int last = inOrder.indexOf(to);
        return IntStream.rangeClosed(first, last).mapToObj(inOrder::get).toList();
    }
}
