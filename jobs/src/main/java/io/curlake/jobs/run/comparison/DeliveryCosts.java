package io.curlake.jobs.run.comparison;

import static org.apache.spark.sql.functions.col;

import io.curlake.jobs.export.Delivery;
import io.curlake.jobs.export.DeliveryFinder;
import io.curlake.jobs.export.ReadableDelivery;
import io.curlake.jobs.lineitem.DeliveredCost;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.run.history.LoadedDelivery;
import io.curlake.jobs.table.TableName;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The cost of deliveries of one period at the grain of {@code delivered_cost}: kept there, or read again. */
final class DeliveryCosts {
    private final Warehouse warehouse;
    private final DiffRequest request;
    private final LoadedDeliveries loaded;
    private final DeliveryFinder finder;
    private final Dataset<Row> table;
    private final Set<String> versions;

    private DeliveryCosts(Warehouse warehouse, DiffRequest request, LoadedDeliveries loaded, DeliveryFinder finder) {
        this.warehouse = warehouse;
        this.request = request;
        this.loaded = loaded;
        this.finder = finder;
        this.table = warehouse.tables().readQuickly(TableName.DELIVERED_COST, request.partition());
        this.versions = table.select("manifest_etag").distinct().collectAsList().stream()
                .map(row -> row.getString(0))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Looks up what is kept: one Spark action. */
    static DeliveryCosts of(Warehouse warehouse, DiffRequest request, LoadedDeliveries loaded, DeliveryFinder finder) {
        return new DeliveryCosts(warehouse, request, loaded, finder);
    }

    /** Whether {@code delivered_cost} has the delivery as it was loaded last; one without any cost is there too. */
    boolean keeps(String id) {
        return loaded.of(id)
                .filter(delivery -> delivery.rows() == 0
                        || versions.contains(delivery.manifest().version()))
                .isPresent();
    }

    /** The rows of {@code delivered_cost} of a delivery that it {@link #keeps}. */
    Dataset<Row> kept(String id) {
        String version = loaded.of(id).orElseThrow().manifest().version();
        return table.filter(
                col("delivery_id").equalTo(id).and(col("manifest_etag").equalTo(version)));
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
