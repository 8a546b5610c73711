package io.curlake.jobs.run.history;

import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.table.Partition;
import io.curlake.jobs.table.TableName;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which delivery each period was last loaded from. */
public final class LoadHistory {
    private final Map<Partition, LoadedDelivery> newest = new HashMap<>();
    private final Set<Partition> unfinished;

    private LoadHistory(Set<Partition> unfinished) {
        this.unfinished = unfinished;
    }

    public static LoadHistory of(Warehouse warehouse) {
        KnownLoads loads = KnownLoads.of(warehouse);
        LoadHistory history = new LoadHistory(unfinished(warehouse, loads));
        // A row of a large delivery is large, and a table of a thousand nights has a few thousand: most are superseded.
        warehouse.tables().rows(TableName.DELIVERY, "load_id", loads.newest()).stream()
                .map(LoadedDelivery::of)
                .sorted(Comparator.comparing(LoadedDelivery::loadedAt))
                .forEach(delivery -> history.newest.put(delivery.partition(), delivery));
        return history;
    }

    private static Set<Partition> unfinished(Warehouse warehouse, KnownLoads loads) {
        Set<String> known = loads.ids();
        Map<Partition, Set<String>> labels = warehouse.tables().labels(TableName.LINE_ITEM);
        labels.values().forEach(ofFiles -> ofFiles.removeIf(label -> label.isEmpty() || known.contains(label)));
        labels.values().removeIf(Set::isEmpty);
        return Set.copyOf(labels.keySet());
    }

    /**
     * Whether {@code line_item} holds a file of a load that was never recorded, because it was interrupted. Files that others
     * wrote are of no load.
     */
    public boolean isUnfinished(Partition partition) {
        return unfinished.contains(partition);
    }

    /** The newest load of a period. */
    public Optional<LoadedDelivery> of(Partition partition) {
        return Optional.ofNullable(newest.get(partition));
    }

    /** Every load of a period, oldest first. */
    public static List<LoadedDelivery> allOf(Warehouse warehouse, Partition partition) {
        return warehouse
                .tables()
                .rows(TableName.DELIVERY, "load_id", KnownLoads.of(warehouse).idsOf(partition))
                .stream()
                .map(LoadedDelivery::of)
                .sorted(Comparator.comparing(LoadedDelivery::loadedAt))
                .toList();
    }

    /** The newest load of the last period before that one that was loaded. */
    public Optional<LoadedDelivery> before(Partition partition) {
        return newest(partition.source())
                .filter(d -> d.partition().period().compareTo(partition.period()) < 0)
                .max(Comparator.comparing(d -> d.partition().period()));
    }

    /** The line item types of what a period was loaded from, and of the last loaded period before it. */
    public Set<String> typesUpTo(Partition partition) {
        return Stream.concat(of(partition).stream(), before(partition).stream())
                .flatMap(delivery -> delivery.lineItemTypes().stream())
                .collect(Collectors.toSet());
    }

    /** The loaded periods of a source, oldest first. */
    public List<LoadedDelivery> ofSource(String source) {
        return newest(source)
                .sorted(Comparator.comparing(d -> d.partition().period()))
                .toList();
    }

    /**
     * The usage accounts that a load of that period may know already: those of everything loaded of the source. None for a
     * period older than the newest loaded one: who appears there first has not arrived since.
     */
    public Set<String> accountsBefore(Partition partition) {
        List<LoadedDelivery> loaded = ofSource(partition.source());
        boolean isOlder =
                loaded.stream().anyMatch(other -> other.partition().period().compareTo(partition.period()) > 0);
        return isOlder
                ? Set.of()
                : loaded.stream()
                        .flatMap(delivery -> delivery.usageAccounts().stream())
                        .collect(Collectors.toSet());
    }

    /** The export that a source's newest load was of. */
    public Optional<String> exportOf(String source) {
        return newest(source)
                .max(Comparator.comparing(LoadedDelivery::loadedAt))
                .map(LoadedDelivery::exportId);
    }

    private Stream<LoadedDelivery> newest(String source) {
        return newest.values().stream()
                .filter(delivery -> delivery.partition().source().equals(source));
    }
}
