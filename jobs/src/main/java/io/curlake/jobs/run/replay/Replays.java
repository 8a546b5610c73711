package io.curlake.jobs.run.replay;

import io.curlake.jobs.export.Delivery;
import io.curlake.jobs.export.DeliveryFinder;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.run.history.LoadedDelivery;
import io.curlake.jobs.table.Partition;
import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The deliveries of a period that can be loaded again: the newest one, those that create-new delivery keeps in folders of
 * their own, and those that were loaded before and whose files are still what they were.
 *
 * @param loads of the period, oldest first
 */
public record Replays(Warehouse warehouse, DeliveryFinder finder, Partition partition, List<LoadedDelivery> loads) {

    /** The delivery of that id, or the only one whose id begins so; refuses what is unknown, ambiguous or changed. */
    public Replay find(String idOrBeginning) {
        String id = only(idOrBeginning, known());
        Delivery delivery = newest(id)
                .or(() -> finder.pin(partition.period(), id))
                .or(() -> recorded(id))
                .orElseThrow(() -> refusal(idOrBeginning, "its manifest vanished. Run again."));
        return new Replay(warehouse, finder, delivery, lastLoadOf(id));
    }

    private NavigableSet<String> known() {
        NavigableSet<String> ids = new TreeSet<>(finder.deliveryIds(partition.period()));
        finder.newestId(partition.period()).ifPresent(ids::add);
        loads.forEach(load -> ids.add(load.deliveryId()));
        return ids;
    }

    private String only(String idOrBeginning, NavigableSet<String> ids) {
        List<String> matching = ids.contains(idOrBeginning)
                ? List.of(idOrBeginning)
                : ids.stream().filter(id -> id.startsWith(idOrBeginning)).toList();
        if (matching.isEmpty()) {
            throw refusal(
                    idOrBeginning,
                    "there is none of that id. "
                            + (ids.isEmpty() ? "None is known of this period." : "Known are " + quoted(ids) + "."));
        }
        if (matching.size() > 1) {
            throw refusal(idOrBeginning, "this is the beginning of " + quoted(matching) + ". Write more of the id.");
        }
        return matching.get(0);
    }

    private Optional<Delivery> newest(String id) {
        return finder.newestId(partition.period())
                .filter(id::equals)
                .map(newest -> finder.pin(partition.period()))
                .filter(delivery -> delivery.id().equals(id));
    }

    private Optional<Delivery> recorded(String id) {
        Optional<Delivery> delivery = lastLoadOf(id).map(load -> load.pinned(finder));
        delivery.flatMap(finder::changed).ifPresent(file -> {
            throw new Refusal(
                    ExitCode.DELIVERY_UNREADABLE,
                    cannot(id) + file + " is no longer what it was when it was loaded: a newer delivery replaced it, "
                            + "or it was removed. Without --delivery the newest delivery is loaded.");
        });
        return delivery;
    }

    private Optional<LoadedDelivery> lastLoadOf(String id) {
        return loads.stream().filter(load -> load.deliveryId().equals(id)).reduce((earlier, later) -> later);
    }

    private Refusal refusal(String id, String reason) {
        return Refusal.usage(cannot(id) + reason);
    }

    private String cannot(String id) {
        return "Cannot load delivery '" + id + "' of " + partition + ": ";
    }

    private static String quoted(Collection<String> ids) {
        return ids.stream().map(id -> "'" + id + "'").collect(Collectors.joining(", "));
    }
}
