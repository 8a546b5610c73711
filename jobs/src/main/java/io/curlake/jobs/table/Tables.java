package io.curlake.jobs.table;

import static org.apache.spark.sql.functions.col;

import io.curlake.jobs.storage.Storage;
import io.curlake.jobs.table.TableFolder.HeldLock;
import io.curlake.jobs.table.log.SeenVersions;
import io.curlake.jobs.table.log.TableFile;
import io.curlake.jobs.table.log.TableState;
import io.curlake.jobs.table.scan.PartitionScan;
import io.curlake.jobs.table.staged.StagedFile;
import io.curlake.jobs.table.upkeep.Leftover;
import io.curlake.jobs.table.upkeep.Leftovers;
import io.curlake.jobs.table.upkeep.Removal;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The tables of one warehouse. */
public final class Tables {
    private final SparkSession spark;
    private final Storage storage;
    private final String warehouse;
    private final Clock clock;
    private final Optional<HeldLock> lock;

    /**
     * Opens the tables; refuses a Delta of another version than curlake is built for.
     *
     * @param warehouse the URI of the folder of all tables
     * @param clock the time of what is written
     */
    public Tables(SparkSession spark, Storage storage, String warehouse, Clock clock) {
        this(spark, storage, warehouse.replaceAll("/+$", ""), clock, Optional.empty());
        DeltaVersion.require(io.delta.kernel.Meta.KERNEL_VERSION);
    }

    private Tables(SparkSession spark, Storage storage, String warehouse, Clock clock, Optional<HeldLock> lock) {
        this.spark = spark;
        this.storage = storage;
        this.warehouse = warehouse;
        this.clock = clock;
        this.lock = lock;
    }

    /**
     * The same tables for a run that holds the warehouse lock: each of its commits carries the lock's token, and is refused
     * where one of a higher token was made. While it holds the lock no other run cleans logs up, so that what was read of them
     * is kept.
     */
    public Tables fencedBy(long lockToken) {
        return new Tables(spark, storage, warehouse, clock, Optional.of(new HeldLock(lockToken, new SeenVersions())));
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

    /** The rows of one partition, mostly without Delta's reader, whose first use in a process takes seconds. */
    public Dataset<Row> readQuickly(TableName table, Partition partition) {
        return readQuickly(table, Set.of(partition));
    }

    /** The rows of some partitions, likewise; no file of another one is opened. */
    public Dataset<Row> readQuickly(TableName table, Set<Partition> partitions) {
        return readQuickly(table, file -> partitions.contains(Partition.of(file.partition())))
                .orElseGet(() -> partitions.stream()
                        .map(partition -> read(table, partition))
                        .reduce(Dataset::unionByName)
                        .orElseGet(() -> spark.createDataFrame(List.of(), table.schema())));
    }

    /** All rows of a table, likewise; no rows where it was never written. */
    public Dataset<Row> readQuickly(TableName table) {
        return readQuickly(table, file -> true).orElseGet(() -> read(table));
    }

    private Optional<Dataset<Row>> readQuickly(TableName table, Predicate<TableFile> which) {
        Optional<TableState> state = folder(table).newest();
        List<TableFile> files = state.map(s -> s.files(Map.of())).orElse(List.of()).stream()
                .filter(which)
                .toList();
        return state.filter(s -> StoredRows.areAll(s, files))
                .map(s -> new StoredRows(spark, table, uri(table), s.schema()).of(files));
    }

    /** The rows that lie in some files of one partition of a table. */
    public Dataset<Row> read(TableName table, Partition partition, List<TableFile> files) {
        return read(table, partition)
                .filter(col("_metadata.file_name")
                        .isin(files.stream().map(TableFile::name).toArray()));
    }

    /**
     * The files of one partition for scans that take column batches; refuses a table whose files do not hold what
     * readers see, but for masked rows.
     */
    public PartitionScan scan(TableName table, Partition partition) {
        Optional<TableState> state = folder(table).newest();
        state.ifPresent(s -> s.requireReadableByName(table.tableName()));
        List<TableFile> files = state.map(s -> s.files(partition.values())).orElse(List.of());
        return new PartitionScan(spark, storage, uri(table), files);
    }

    /** The rows of a small table, read on this machine at once: no job, no plan. */
    public List<Row> rows(TableName table) {
        return folder(table).newest().map(TableState::rows).orElse(List.of());
    }

    /** Those of the rows that have one of these texts in a column. */
    public List<Row> rows(TableName table, String column, Set<String> texts) {
        return folder(table).newest().map(state -> state.rows(column, texts)).orElse(List.of());
    }

    /** The same with some columns only. */
    public List<Row> rows(TableName table, List<String> columns) {
        return folder(table).newest().map(state -> state.rows(columns)).orElse(List.of());
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

    /** Begins to replace some files of a partition. */
    public Publication replace(TableName table, Partition partition, Predicate<TableFile> files) {
        return Publication.replacing(folder(table), partition, files);
    }

    /** The labels of a partition's files; '' stands for files that others wrote. */
    public Set<String> labels(TableName table, Partition partition) {
        return folder(table).newest().map(state -> state.files(partition.values())).orElse(List.of()).stream()
                .map(StagedFile::label)
                .collect(Collectors.toSet());
    }

    /** The labels of all files, by partition. */
    public Map<Partition, Set<String>> labels(TableName table) {
        return files(table).stream()
                .collect(Collectors.groupingBy(
                        file -> Partition.of(file.partition()),
                        Collectors.mapping(StagedFile::label, Collectors.toSet())));
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

    /** Begins to take files away, and their rows with them. */
    public Publication remove(TableName table, Predicate<TableFile> files) {
        return Publication.removing(folder(table), files);
    }

    /** The files of the newest version; none where the table was never written. */
    public List<TableFile> files(TableName table) {
        return folder(table).newest().map(state -> state.files(Map.of())).orElse(List.of());
    }

    /** The partitions that have files. */
    public Set<Partition> partitions(TableName table) {
        return files(table).stream().map(file -> Partition.of(file.partition())).collect(Collectors.toSet());
    }

    /**
     * What lies in a table's folder that no version younger than that needs. The caller holds the warehouse lock: no file
     * belongs to a run under way.
     *
     * @param planned removals that are still to be made
     */
    public List<Leftover> leftovers(TableName table, Duration retention, Collection<Removal> planned) {
        Optional<TableState> state = folder(table).newest();
        state.ifPresent(s -> s.requireWritable(table.tableName()));
        return state.map(s -> new Leftovers(storage, table, uri(table)).at(clock.instant(), retention, s, planned))
                .orElse(List.of());
    }

    /** Removes them. A kill meanwhile leaves some of them. */
    public void delete(List<Leftover> leftovers) {
        lock.ifPresent(held -> held.seen().forget());
        leftovers.parallelStream().forEach(leftover -> storage.delete(leftover.uri()));
    }

    public String uri(TableName table) {
        return warehouse + "/" + table.tableName();
    }

    private TableFolder folder(TableName table) {
        return new TableFolder(spark, storage, table, uri(table), clock, lock);
    }
}
