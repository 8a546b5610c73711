package io.curlake.jobs.run.due;

import io.curlake.jobs.export.Delivery;
import io.curlake.jobs.export.DeliveryErrors;
import io.curlake.jobs.export.ReadableDelivery;
import io.curlake.jobs.run.LoadRequest.Acceptance;
import io.curlake.jobs.run.contract.Contract;
import io.curlake.jobs.run.contract.DeliveredColumns;
import io.curlake.jobs.run.history.LoadedDelivery;
import io.curlake.jobs.table.Partition;
import java.util.Map;
import java.util.Optional;

/** Compares a delivery with the one before it: of the same period, else of the last earlier period that was loaded. */
record ContractCheck(OpenRun run, DeliveryErrors errors) {

    /** What differs; refuses where a cost column is lost and nobody said that it is meant. */
    Contract of(Delivery delivery, ReadableDelivery readable) {
        Partition partition = new Partition(delivery.source(), delivery.period());
        Optional<LoadedDelivery> samePeriod = run.history().of(partition);
        Optional<LoadedDelivery> before = samePeriod.or(() -> run.history().before(partition));
        if (before.isEmpty() || delivery.files().isEmpty()) {
            return Contract.KEPT;
        }
        LoadedDelivery known = before.get();
        Contract contract = Contract.between(
                DeliveredColumns.of(known.format(), known.columns()),
                DeliveredColumns.of(delivery.format(), delivery.manifest().columns())
                        .in(readable.columns()));
        // A legacy report has a column from the day on which something is in it: every month begins with few.
        boolean isBound = samePeriod.isPresent() || !delivery.format().isLegacy();
        Map<String, String> lost = contract.lostCosts();
        if (isBound && !lost.isEmpty() && !run.request().accepts(Acceptance.LOST_COLUMN)) {
            throw errors.lostCosts(known.deliveryId(), lost);
        }
        return contract;
    }
}
