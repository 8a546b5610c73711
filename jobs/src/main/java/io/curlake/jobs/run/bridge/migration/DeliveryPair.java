package io.curlake.jobs.run.bridge.migration;

import io.curlake.jobs.run.history.LoadedDelivery;
import io.curlake.jobs.table.Partition;
import io.curlake.model.BillingPeriod;
import java.util.List;
import java.util.Set;

/**
 * The newest loads of a billing period from both sources.
 *
 * @param from of the source that is used now
 * @param to of the one that would take its place
 */
public record DeliveryPair(LoadedDelivery from, LoadedDelivery to) {
    public BillingPeriod period() {
        return from.partition().period();
    }

    List<LoadedDelivery> both() {
        return List.of(from, to);
    }

    Set<Partition> partitions() {
        return Set.of(from.partition(), to.partition());
    }
}
