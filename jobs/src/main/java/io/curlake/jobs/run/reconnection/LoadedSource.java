package io.curlake.jobs.run.reconnection;

import io.curlake.jobs.export.Delivery;
import io.curlake.jobs.export.DeliveryFinder;
import io.curlake.jobs.export.ReadableDelivery;
import io.curlake.jobs.lineitem.scan.KeepRule;
import io.curlake.jobs.run.staging.PinnedSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;

/** The delivery that a period was loaded from, of which nothing is read until somebody asks for its rows. */
public final class LoadedSource {
    private final SparkSession spark;
    private final DeliveryFinder finder;
    private final Delivery delivery;
    private final Supplier<ReadableDelivery> opening;
    private Optional<PinnedSource> opened = Optional.empty();

    public LoadedSource(
            SparkSession spark, DeliveryFinder finder, Delivery delivery, Supplier<ReadableDelivery> opening) {
        this.spark = spark;
        this.finder = finder;
        this.delivery = delivery;
        this.opening = opening;
    }

    /** Opens the delivery for the rows that a rule keeps; throws {@link NotAsLoaded} where it is not there any more. */
    PinnedSource open(KeepRule rule) {
        finder.changed(delivery).ifPresent(file -> {
            throw new NotAsLoaded(
                    file + " is no longer what it was when it was loaded; reading the newest delivery instead");
        });
        PinnedSource source = new PinnedSource(spark, finder, delivery, opening.get(), rule);
        opened = Optional.of(source);
        return source;
    }

    /** Refuses where the delivery changed since it was opened. */
    void checkUnchanged() {
        opened.ifPresent(PinnedSource::checkUnchanged);
    }

    Delivery delivery() {
        return delivery;
    }

    SparkSession spark() {
        return spark;
    }
}
