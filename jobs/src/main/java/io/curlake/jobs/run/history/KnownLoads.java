package io.curlake.jobs.run.history;

import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.table.Partition;
import io.curlake.jobs.table.TableName;
import io.curlake.model.BillingPeriod;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/** Every load there was, by what tells it from others: a fraction of what the table {@code delivery} says of it. */
public record KnownLoads(List<Load> loads) {
    /**
     * A load.
     *
     * @param label of its delivery in {@code delivered_cost}
     */
    public record Load(Partition partition, String label, String loadId, Instant at) {}

    public static KnownLoads of(Warehouse warehouse) {
        return new KnownLoads(warehouse
                .tables()
                .rows(
                        TableName.DELIVERY,
                        List.of(
                                "source",
                                "billing_period",
                                "delivery_id",
                                "manifest_etag",
                                "status",
                                "load_id",
                                "loaded_at"))
                .stream()
                .filter(row -> row.<String>getAs("status").equals("loaded"))
                .map(KnownLoads::load)
                .sorted(Comparator.comparing(Load::at))
                .toList());
    }

    private static Load load(Row row) {
        return new Load(
                new Partition(row.getAs("source"), BillingPeriod.parse(row.getAs("billing_period"))),
                RecordedCosts.label(row.getAs("delivery_id"), row.getAs("manifest_etag")),
                row.getAs("load_id"),
                row.<java.sql.Timestamp>getAs("loaded_at").toInstant());
    }

    /** The ids of the newest load of each period. */
    Set<String> newest() {
        Map<Partition, String> newest = new HashMap<>();
        loads.forEach(load -> newest.put(load.partition(), load.loadId()));
        return Set.copyOf(newest.values());
    }

    Set<String> ids() {
        return loads.stream().map(Load::loadId).collect(Collectors.toSet());
    }

    Set<String> idsOf(Partition partition) {
        return of(partition).map(Load::loadId).collect(Collectors.toSet());
    }

    /** The loads of each period, oldest first, without those that loaded a delivery once more. */
    public Map<Partition, List<Load>> ofDeliveries() {
        Map<Partition, List<Load>> deliveries = new HashMap<>();
        for (Load load : loads) {
            List<Load> before = deliveries.computeIfAbsent(load.partition(), p -> new ArrayList<>());
            if (before.isEmpty() || !before.get(before.size() - 1).label().equals(load.label())) {
                before.add(load);
            }
        }
        return deliveries;
    }

    /** The ids of the newest load of each period, and of the newest of another delivery. */
    public Set<String> newestTwo() {
        Set<String> ids = new HashSet<>(newest());
        Map<Partition, String> newestLabels = new HashMap<>();
        loads.forEach(load -> newestLabels.put(load.partition(), load.label()));
        Map<Partition, String> others = new HashMap<>();
        loads.stream()
                .filter(load -> !load.label().equals(newestLabels.get(load.partition())))
                .forEach(load -> others.put(load.partition(), load.loadId()));
        ids.addAll(others.values());
        return ids;
    }

    public Optional<Load> newest(Partition partition) {
        return of(partition).reduce((earlier, later) -> later);
    }

    /** Whether a period was last loaded from that delivery. */
    public boolean isOfNewest(Partition partition, String label) {
        return newest(partition).filter(load -> load.label().equals(label)).isPresent();
    }

    /** When a delivery was loaded for the last time; empty where no load of it was recorded. */
    public Optional<Instant> lastLoad(Partition partition, String label) {
        return of(partition)
                .filter(load -> load.label().equals(label))
                .reduce((earlier, later) -> later)
                .map(Load::at);
    }

    private Stream<Load> of(Partition partition) {
        return loads.stream().filter(load -> load.partition().equals(partition));
    }
}
