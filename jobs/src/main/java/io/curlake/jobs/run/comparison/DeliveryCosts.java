package io.curlake.jobs.run.comparison;

import io.curlake.jobs.export.Delivery;
import io.curlake.jobs.export.DeliveryFinder;
import io.curlake.jobs.export.ReadableDelivery;
import io.curlake.jobs.lineitem.DeliveredCost;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.run.history.LoadedDelivery;
import io.curlake.jobs.run.history.RecordedCosts;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The cost of deliveries of one period at the grain of {@code delivered_cost}: kept there, or read again. */
final class DeliveryCosts {
    private final Warehouse warehouse;
    private final DiffRequest request;
    private final LoadedDeliveries loaded;
    private final DeliveryFinder finder;
    private final RecordedCosts recorded;

    DeliveryCosts(Warehouse warehouse, DiffRequest request, LoadedDeliveries loaded, DeliveryFinder finder) {
        this.warehouse = warehouse;
        this.request = request;
        this.loaded = loaded;
        this.finder = finder;
        this.recorded = new RecordedCosts(warehouse, request.partition());
    }

    /** Whether {@code delivered_cost} has the delivery as it was loaded last; one without any cost is there too. */
    boolean keeps(String id) {
        return loaded.of(id).filter(recorded::keeps).isPresent();
    }

    /** The rows of {@code delivered_cost} of a delivery that it {@link #keeps}. */
    Dataset<Row> kept(String id) {
        return recorded.of(loaded.of(id).orElseThrow());
    }

    /** The same, read again where it is not kept; empty where its files are not what they were. */
    Optional<Dataset<Row>> keptOrRead(String id) {
        return keeps(id) ? Optional.of(kept(id)) : delivery(id).map(this::read);
    }

    private Optional<Delivery> delivery(String id) {
        Optional<LoadedDelivery> before = loaded.of(id);
        return before.isPresent()
                ? before.map(delivery -> delivery.pinned(finder))
                        .filter(delivery -> finder.changed(delivery).isEmpty())
                : finder.pin(request.period(), id);
    }

    private Dataset<Row> read(Delivery delivery) {
        ReadableDelivery readable = ReadableDelivery.open(
                warehouse.spark(), warehouse.storage(), delivery, finder.errors(request.period()));
        return DeliveredCost.of(readable.rows(), request.period());
    }
}
