package io.curlake.jobs.table;

import static org.apache.spark.sql.functions.col;

import io.curlake.jobs.storage.Storage;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The tables of one warehouse. */
public final class Tables {
    private final SparkSession spark;
    private final Storage storage;
    private final String warehouse;

    /** @param warehouse the URI of the folder of all tables */
    public Tables(SparkSession spark, Storage storage, String warehouse) {
        this.spark = spark;
        this.storage = storage;
        this.warehouse = warehouse.replaceAll("/+$", "");
    }

    /** The rows of a table; no rows where it was never written. */
    public Dataset<Row> read(TableName table) {
        DeltaFolder folder = folder(table);
        return folder.exists()
                ? spark.read().format("delta").load(folder.uri())
                : spark.createDataFrame(List.of(), table.schema());
    }

    /** The rows of one partition of a table. */
    public Dataset<Row> read(TableName table, Partition partition) {
        return read(table)
                .filter(col("source")
                        .equalTo(partition.source())
                        .and(col("billing_period").equalTo(partition.period().toString())));
    }

    public boolean exists(TableName table) {
        return folder(table).exists();
    }

    /** Begins to replace one partition; a commit of anyone else from here on makes ours fail. */
    public Publication replace(TableName table, Partition partition) {
        return Publication.replacing(spark, storage, folder(table), partition);
    }

    /** Begins to replace everything in a table. */
    public Publication replaceAll(TableName table) {
        return Publication.replacingAll(spark, storage, folder(table));
    }

    /** Begins to add rows. */
    public Publication append(TableName table) {
        return Publication.appending(spark, storage, folder(table));
    }

    public String uri(TableName table) {
        return warehouse + "/" + table.tableName();
    }

    private DeltaFolder folder(TableName table) {
        return new DeltaFolder(spark, table, uri(table));
    }
}
