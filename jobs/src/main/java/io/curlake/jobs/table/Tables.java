package io.curlake.jobs.table;

import static org.apache.spark.sql.functions.col;

import io.curlake.jobs.storage.Storage;
import io.curlake.jobs.table.log.TableFile;
import io.curlake.jobs.table.log.TableState;
import io.curlake.jobs.table.staged.StagedFile;
import io.delta.tables.DeltaTable;
import java.io.OutputStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The tables of one warehouse. */
public final class Tables {
    private static final Map<String, String> VACUUM = Map.of(
            // Whoever writes holds the warehouse lock, and so do we: no file belongs to a run under way.
            "spark.databricks.delta.retentionDurationCheck.enabled", "false",
            // The folders of a table are listed by so many tasks, whatever their number; the default is 10,000.
            "spark.sql.sources.parallelPartitionDiscovery.parallelism", "8");

    private final SparkSession spark;
    private final Storage storage;
    private final String warehouse;
    private final OptionalLong token;

    /**
     * Opens the tables; refuses a Delta of another version than curlake is built for.
     *
     * @param warehouse the URI of the folder of all tables
     */
    public Tables(SparkSession spark, Storage storage, String warehouse) {
        this(spark, storage, warehouse.replaceAll("/+$", ""), OptionalLong.empty());
        DeltaVersion.require(io.delta.kernel.Meta.KERNEL_VERSION);
    }

    private Tables(SparkSession spark, Storage storage, String warehouse, OptionalLong token) {
        this.spark = spark;
        this.storage = storage;
        this.warehouse = warehouse;
        this.token = token;
    }

    /**
     * The same tables for a run that holds the warehouse lock: each of its commits carries the lock's token, and is refused
     * where one of a higher token was made.
     */
    public Tables fencedBy(long lockToken) {
        return new Tables(spark, storage, warehouse, OptionalLong.of(lockToken));
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

    /** As {@link #read}, mostly without Delta's reader, whose first use in a process takes seconds. */
    public Dataset<Row> readQuickly(TableName table) {
        return readQuickly(table, Map.of()).orElseGet(() -> read(table));
    }

    /** The rows of one partition, likewise. */
    public Dataset<Row> readQuickly(TableName table, Partition partition) {
        return readQuickly(table, partition.values()).orElseGet(() -> read(table, partition));
    }

    private Optional<Dataset<Row>> readQuickly(TableName table, Map<String, String> partition) {
        Optional<TableState> state = folder(table).newest();
        List<TableFile> files = state.map(s -> s.files(partition)).orElse(List.of());
        return state.filter(s -> StoredRows.areAll(s, files))
                .map(s -> new StoredRows(spark, table, uri(table), s.schema()).of(files));
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

    /** Begins to replace those files of a partition that were published under a label, by files under it. */
    public Publication replaceLabelled(TableName table, Partition partition, String label) {
        return Publication.replacingLabelled(folder(table), partition, label);
    }

    /** The labels of a partition's files; '' stands for files that others wrote. */
    public Set<String> labels(TableName table, Partition partition) {
        return folder(table).newest().map(state -> state.files(partition.values())).orElse(List.of()).stream()
                .map(StagedFile::label)
                .collect(Collectors.toSet());
    }

    /** Begins to replace everything in a table. */
    public Publication replaceAll(TableName table) {
        return Publication.replacingAll(folder(table));
    }

    /** Begins to add rows. */
    public Publication append(TableName table) {
        return Publication.appending(folder(table));
    }

    /** How many rows are masked, by partition; no entry for a partition without a masked row. */
    public Map<Partition, Long> maskedRows(TableName table) {
        Map<Partition, Long> masked = new HashMap<>();
        for (TableFile file :
                folder(table).newest().map(state -> state.files(Map.of())).orElse(List.of())) {
            file.maskIfAny().ifPresent(mask -> masked.merge(Partition.of(file.partition()), mask.rows(), Long::sum));
        }
        return masked;
    }

    /** Removes files in a table's folder that no version younger than that needs: Delta's VACUUM. */
    public void removeUnreferenced(TableName table, Duration retention) {
        boolean hasMore = folder(table)
                .newest()
                .map(state -> files(uri(table))
                        > state.files(Map.of()).stream()
                                .mapToLong(file -> file.maskIfAny().isPresent() ? 2 : 1)
                                .sum())
                .orElse(false);
        if (hasMore) {
            VACUUM.forEach(spark.conf()::set);
            // It tells what it did on stdout, which is for results.
            scala.Console.withOut(
                    OutputStream.nullOutputStream(),
                    () -> DeltaTable.forPath(spark, uri(table)).vacuum(retention.toMillis() / 3_600_000.0));
            VACUUM.keySet().forEach(spark.conf()::unset);
        }
    }

    private long files(String uri) {
        return storage.files(uri).size()
                + storage.folders(uri).stream()
                        .filter(name -> !name.equals("_delta_log"))
                        .mapToLong(name -> files(uri + "/" + name))
                        .sum();
    }

    public String uri(TableName table) {
        return warehouse + "/" + table.tableName();
    }

    private TableFolder folder(TableName table) {
        return new TableFolder(spark, storage, table, uri(table), token);
    }
}
