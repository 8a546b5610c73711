package io.curlake.jobs.table.log;

import io.delta.kernel.Scan;
import io.delta.kernel.ScanBuilder;
import io.delta.kernel.data.Row;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.expressions.And;
import io.delta.kernel.expressions.Column;
import io.delta.kernel.expressions.Literal;
import io.delta.kernel.expressions.Predicate;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.SnapshotImpl;
import io.delta.kernel.internal.TableConfig;
import io.delta.kernel.internal.actions.AddFile;
import io.delta.kernel.internal.actions.Metadata;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.internal.util.VectorUtils;
import io.delta.kernel.utils.CloseableIterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** A version of a table. */
public final class TableState {
    private final Engine engine;
    private final SnapshotImpl snapshot;
    private final Map<Map<String, String>, List<TableFile>> files = new ConcurrentHashMap<>();

    TableState(Engine engine, SnapshotImpl snapshot) {
        this.engine = engine;
        this.snapshot = snapshot;
    }

    public long version() {
        return snapshot.getVersion();
    }

    /** All columns, partition columns included. */
    public StructType schema() {
        return (StructType) DataType.fromJson(metadata().getSchemaString());
    }

    /** The number under which an application last wrote here, if it ever did: Delta's {@code txn} actions. */
    public Optional<Long> transaction(String application) {
        return snapshot.getLatestTransactionVersion(engine, application);
    }

    /** Whether a data file names its columns as the table does, and no feature changes what its rows are but masks. */
    public boolean isReadableByName() {
        return features().isReadableByName();
    }

    /** How long old versions of the log stay; empty where the table's settings say that nobody removes them. */
    public Optional<Duration> logRetention() {
        return TableConfig.EXPIRED_LOG_CLEANUP_ENABLED.fromMetadata(metadata())
                ? Optional.of(Duration.ofMillis(TableConfig.LOG_RETENTION.fromMetadata(metadata())))
                : Optional.empty();
    }

    /** Refuses a table whose files do not hold what readers see, but for masked rows. */
    public void requireReadableByName(String name) {
        features().requireReadableByName(name);
    }

    /** Refuses a table that somebody gave a feature of which we know nothing. */
    public void requireWritable(String name) {
        features().requireWritable(name);
    }

    Metadata metadata() {
        return snapshot.getMetadata();
    }

    TableFeatures features() {
        return TableFeatures.of(snapshot.getProtocol());
    }

    /** The files of one partition, or all files where no value is given. */
    public List<TableFile> files(Map<String, String> partition) {
        return files.computeIfAbsent(partition, this::read);
    }

    private List<TableFile> read(Map<String, String> partition) {
        ScanBuilder scan = snapshot.getScanBuilder();
        Optional<Predicate> filter = partition.entrySet().stream()
                .map(e -> new Predicate("=", new Column(e.getKey()), Literal.ofString(e.getValue())))
                .reduce(And::new);
        return read(filter.map(scan::withFilter).orElse(scan).build());
    }

    private List<TableFile> read(Scan scan) {
        List<TableFile> read = new ArrayList<>();
        try (CloseableIterator<Row> rows = Utils.intoRows(scan.getScanFiles(engine, true))) {
            while (rows.hasNext()) {
                read.add(file(new AddFile(rows.next().getStruct(InternalScanFileUtils.ADD_FILE_ORDINAL))));
            }
            return List.copyOf(read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TableFile file(AddFile add) {
        return new TableFile(
                add.getPath(),
                VectorUtils.toJavaMap(add.getPartitionValues()),
                add.getSize(),
                add.getModificationTime(),
                add.getStatsJson().orElse("{}"),
                add.getTags().map(VectorUtils::<String, String>toJavaMap).orElse(Map.of()),
                add.getDeletionVector().map(Mask::of).orElse(null));
    }

    /** The rows, read on this machine: for tables of some thousand rows. */
    public List<org.apache.spark.sql.Row> rows() {
        return new KernelRows(engine, snapshot, schema(), new KernelRows.Selection.All()).read();
    }

    /** The rows that have one of these texts in a column. */
    public List<org.apache.spark.sql.Row> rows(String column, Set<String> texts) {
        return new KernelRows(engine, snapshot, schema(), new KernelRows.Selection.WithText(column, texts)).read();
    }

    /** The same with some columns only, in the order of the table. */
    public List<org.apache.spark.sql.Row> rows(Collection<String> columns) {
        StructType some = new StructType(Arrays.stream(schema().fields())
                .filter(field -> columns.contains(field.name()))
                .toArray(StructField[]::new));
        return new KernelRows(engine, snapshot, some, new KernelRows.Selection.All()).read();
    }
}
