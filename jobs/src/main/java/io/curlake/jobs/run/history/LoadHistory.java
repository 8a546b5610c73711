package io.curlake.jobs.run.history;

import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.table.Partition;
import io.curlake.jobs.table.TableName;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which delivery each period was last loaded from. */
public final class LoadHistory {
    private final Map<Partition, LoadedDelivery> newest = new HashMap<>();

    private LoadHistory() {}

    public static LoadHistory of(Warehouse warehouse) {
        LoadHistory history = new LoadHistory();
        warehouse.tables().rows(TableName.DELIVERY).stream()
                .filter(row -> row.<String>getAs("status").equals("loaded"))
                .map(LoadedDelivery::of)
                .sorted(Comparator.comparing(LoadedDelivery::loadedAt))
                .forEach(delivery -> history.newest.put(delivery.partition(), delivery));
        return history;
    }

    public Optional<LoadedDelivery> of(Partition partition) {
        return Optional.ofNullable(newest.get(partition));
    }

    /** The loaded periods of a source, oldest first. */
    public List<LoadedDelivery> ofSource(String source) {
        return newest.values().stream()
                .filter(d -> d.partition().source().equals(source))
                .sorted(Comparator.comparing(d -> d.partition().period()))
                .toList();
    }

    /** The export that a source's newest load was of. */
    public Optional<String> exportOf(String source) {
        return newest.values().stream()
                .filter(d -> d.partition().source().equals(source))
                .max(Comparator.comparing(LoadedDelivery::loadedAt))
                .map(LoadedDelivery::exportId);
    }
}
