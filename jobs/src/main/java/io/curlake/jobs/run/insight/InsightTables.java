package io.curlake.jobs.run.insight;

import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.table.Partition;
import io.curlake.jobs.table.Publication;
import io.curlake.jobs.table.TableName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Replaces the rows of one period.
 *
 * @param requireLock refuses to go on without the warehouse lock
 */
record InsightTables(Warehouse warehouse, Runnable requireLock) {

    /** @param rows their values up to those of the delivery, in the order of the table's columns */
    void replace(TableName table, Partition partition, Origin origin, List<Object[]> rows) {
        requireLock.run();
        commit(
                warehouse.tables().replace(table, partition).write(dataset(table, partition, origin, rows)),
                partition,
                origin);
    }

    /** @param label of the files: what the rows are made of */
    void replace(TableName table, Partition partition, Origin origin, List<Object[]> rows, String label) {
        requireLock.run();
        commit(
                warehouse
                        .tables()
                        .replace(table, partition)
                        .labelled(label)
                        .write(dataset(table, partition, origin, rows)),
                partition,
                origin);
    }

    private Dataset<Row> dataset(TableName table, Partition partition, Origin origin, List<Object[]> rows) {
        return warehouse.rows(
                table,
                rows.stream().map(row -> complete(row, partition, origin)).toList());
    }

    private static void commit(Publication publication, Partition partition, Origin origin) {
        publication.commit("{\"source\":\"%s\",\"billing_period\":\"%s\",\"delivery_id\":\"%s\",\"load_id\":\"%s\"}"
                .formatted(partition.source(), partition.period(), origin.deliveryId(), origin.loadId()));
    }

    private static Row complete(Object[] row, Partition partition, Origin origin) {
        List<Object> values = new ArrayList<>(Arrays.asList(row));
        values.addAll(List.of(
                origin.deliveryId(),
                origin.loadId(),
                partition.source(),
                partition.period().toString()));
        return RowFactory.create(values.toArray());
    }
}
