package io.curlake.jobs.run.build;

import io.curlake.jobs.cost.Net;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.run.history.LoadedDelivery;
import io.curlake.jobs.table.Partition;
import io.curlake.jobs.table.TableName;
import io.curlake.model.BillingPeriod;
import java.sql.Timestamp;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** The table {@code gold_build}: a row for every period that is built, written when all of its tables are. */
final class GoldBuilds {
    /** Changes when a gold table would be another one for the same line items: then every period is built again. */
    static final String RULES = "2";

    private final Warehouse warehouse;
    private final Map<Partition, Row> builds = new TreeMap<>(Comparator.comparing(Partition::toString));

    GoldBuilds(Warehouse warehouse) {
        this.warehouse = warehouse;
        for (Row row : warehouse.tables().rows(TableName.GOLD_BUILD)) {
            builds.put(new Partition(row.getAs("source"), BillingPeriod.parse(row.getAs("billing_period"))), row);
        }
    }

    /** Whether the tables of a period are those of its newest load. */
    boolean isOf(LoadedDelivery loaded) {
        return Optional.ofNullable(builds.get(loaded.partition()))
                .filter(row -> row.getAs("load_id").equals(loaded.loadId()))
                .filter(row -> row.getAs("rules").equals(RULES))
                .isPresent();
    }

    void record(LoadedDelivery loaded, Net net, long rows) {
        builds.put(
                loaded.partition(),
                RowFactory.create(
                        loaded.partition().source(),
                        loaded.partition().period().toString(),
                        loaded.deliveryId(),
                        loaded.loadId(),
                        RULES,
                        net == Net.DELIVERED,
                        rows,
                        Timestamp.from(warehouse.clock().instant())));
        warehouse
                .tables()
                .replaceAll(TableName.GOLD_BUILD)
                .write(warehouse.rows(TableName.GOLD_BUILD, List.copyOf(builds.values())))
                .commit(StagedTables.note(loaded));
    }
}
