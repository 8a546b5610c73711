package io.curlake.jobs.table;

import static org.apache.spark.sql.functions.col;

import io.curlake.jobs.storage.Storage;
import io.curlake.jobs.table.log.TableState;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The tables of one warehouse. */
public final class Tables {
    private final SparkSession spark;
    private final Storage storage;
    private final String warehouse;

    /**
     * Opens the tables; refuses a Delta of another version than curlake is built for.
     *
     * @param warehouse the URI of the folder of all tables
     */
    public Tables(SparkSession spark, Storage storage, String warehouse) {
        DeltaVersion.require(io.delta.kernel.Meta.KERNEL_VERSION);
        this.spark = spark;
        this.storage = storage;
        this.warehouse = warehouse.replaceAll("/+$", "");
    }

    /** The rows of a table, read by Spark; no rows where it was never written. */
    public Dataset<Row> read(TableName table) {
        return exists(table)
                ? spark.read().format("delta").load(uri(table))
                : spark.createDataFrame(List.of(), table.schema());
    }

    /** The rows of one partition of a table. */
    public Dataset<Row> read(TableName table, Partition partition) {
        return read(table)
                .filter(col("source")
                        .equalTo(partition.source())
                        .and(col("billing_period").equalTo(partition.period().toString())));
    }

    /** The rows of a small table, read on this machine at once: no job, no plan. */
    public List<Row> rows(TableName table) {
        return folder(table).newest().map(TableState::rows).orElse(List.of());
    }

    /**
     * Whether the name of every file of a partition begins with {@code part-}, the number of the delivered file that its
     * rows are of, and {@code -}. What others write, as {@code OPTIMIZE} does, is of any number of delivered files.
     */
    public boolean namesDeliveredFiles(TableName table, Partition partition) {
        return folder(table).newest().map(state -> state.files(partition.values())).orElse(List.of()).stream()
                .allMatch(StagedFile::isNamedByNumber);
    }

    public boolean exists(TableName table) {
        return folder(table).newest().isPresent();
    }

    /** Begins to replace one partition; a commit of anyone else from here on makes ours fail. */
    public Publication replace(TableName table, Partition partition) {
        return Publication.replacing(folder(table), partition);
    }

    /** Begins to replace everything in a table. */
    public Publication replaceAll(TableName table) {
        return Publication.replacingAll(folder(table));
    }

    /** Begins to add rows. */
    public Publication append(TableName table) {
        return Publication.appending(folder(table));
    }

    public String uri(TableName table) {
        return warehouse + "/" + table.tableName();
    }

    private TableFolder folder(TableName table) {
        return new TableFolder(spark, storage, table, uri(table));
    }
}
