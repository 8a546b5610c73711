package io.curlake.jobs.run.build;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.run.history.LoadedDelivery;
import io.curlake.jobs.table.Publication;
import io.curlake.jobs.table.TableName;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The gold tables of a period, written but not yet seen by any reader. */
final class StagedTables {
    private final Warehouse warehouse;
    private final LoadedDelivery loaded;
    private final Column stableSince;
    private final Map<TableName, Publication> publications = new EnumMap<>(TableName.class);
    private final Map<TableName, Double> seconds = new EnumMap<>(TableName.class);

    /** @param stableSince of rows of a day */
    StagedTables(Warehouse warehouse, LoadedDelivery loaded, Column stableSince) {
        this.warehouse = warehouse;
        this.loaded = loaded;
        this.stableSince = stableSince;
    }

    /** Writes the rows of a table, in whatever order their columns are, beside those that readers see. */
    void write(TableName table, Dataset<Row> rows) {
        long start = System.nanoTime();
        Publication publication = warehouse.tables().replace(table, loaded.partition());
        publications.put(table, publication);
        Column[] columns = Arrays.stream(table.columns().fields())
                .map(field -> column(field.name()).cast(field.dataType()).as(field.name()))
                .toArray(Column[]::new);
        publication.write(rows.select(columns));
        seconds.put(table, (System.nanoTime() - start) / 1e9);
    }

    /** How long it took to write each table. */
    Map<TableName, Double> seconds() {
        return Map.copyOf(seconds);
    }

    private Column column(String name) {
        return switch (name) {
            case "delivery_id" -> lit(loaded.deliveryId());
            case "load_id" -> lit(loaded.loadId());
            case "stable_since" -> stableSince;
            default -> col(name);
        };
    }

    Dataset<Row> written(TableName table) {
        return Objects.requireNonNull(publications.get(table)).written();
    }

    /** Makes the tables visible, one commit each. */
    void commit() {
        publications.values().forEach(publication -> publication.commit(note(loaded)));
    }

    void discard() {
        publications.values().forEach(Publication::discard);
    }

    /** Names the load in the history of every table that it changes. */
    static String note(LoadedDelivery loaded) {
        return "{\"source\":\"%s\",\"billing_period\":\"%s\",\"delivery_id\":\"%s\",\"load_id\":\"%s\"}"
                .formatted(
                        loaded.partition().source(), loaded.partition().period(), loaded.deliveryId(), loaded.loadId());
    }
}
