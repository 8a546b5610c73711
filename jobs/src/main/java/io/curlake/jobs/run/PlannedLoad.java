package io.curlake.jobs.run;

import io.curlake.jobs.account.ConnectedAccounts;
import io.curlake.jobs.export.Delivery;
import io.curlake.jobs.export.DeliveryFinder;
import io.curlake.jobs.run.history.Change;
import io.curlake.jobs.run.history.LoadedDelivery;
import io.curlake.jobs.table.Partition;
import io.curlake.model.Refusal;
import java.util.Optional;

/**
 * What a load would do with a period.
 *
 * @param reason why it would be loaded, or why not
 */
public record PlannedLoad(Partition partition, boolean isDue, int files, long bytes, String reason) {
    static PlannedLoad of(
            Partition partition, DeliveryFinder finder, Optional<LoadedDelivery> before, ConnectedAccounts connected) {
        Optional<String> change = before.isEmpty()
                ? Optional.of("never loaded")
                : Change.of(before.get(), finder.manifestObject(partition.period()), connected)
                        .map(Change::toString);
        if (change.isEmpty()) {
            return new PlannedLoad(partition, false, 0, 0, "unchanged");
        }
        try {
            Delivery delivery = finder.pin(partition.period());
            return new PlannedLoad(partition, true, delivery.files().size(), delivery.bytes(), change.get());
        } catch (Refusal refusal) {
            return new PlannedLoad(partition, false, 0, 0, String.valueOf(refusal.getMessage()));
        }
    }
}
