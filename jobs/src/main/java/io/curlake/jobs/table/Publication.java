package io.curlake.jobs.table;

import io.curlake.jobs.lineitem.ColumnTypes;
import io.curlake.jobs.lineitem.Provenance;
import io.curlake.jobs.storage.NumberedFile;
import io.curlake.jobs.storage.ParquetFiles;
import io.curlake.jobs.storage.ParquetWriter;
import io.curlake.jobs.storage.Storage;
import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaConcurrentModificationException;
import org.apache.spark.sql.delta.DeltaOperations;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.Option;

/**
 * One atomic change of a table: begun, written, read back, and only then committed. Until {@link #commit} nothing of it
 * is visible; a crash before leaves files that no log names.
 */
public final class Publication {
    private final SparkSession spark;
    private final Storage storage;
    private final DeltaFolder folder;
    private final OptimisticTransaction transaction;
    private final Optional<Partition> partition;
    private final List<AddFile> replaced;
    private final List<NumberedFile> written = new ArrayList<>();
    private StructType fileSchema = new StructType();
    private List<String> addedColumns = List.of();

    private Publication(
            SparkSession spark,
            Storage storage,
            DeltaFolder folder,
            OptimisticTransaction transaction,
            Optional<Partition> partition,
            List<AddFile> replaced) {
        this.spark = spark;
        this.storage = storage;
        this.folder = folder;
        this.transaction = transaction;
        this.partition = partition;
        this.replaced = replaced;
    }

    static Publication replacing(SparkSession spark, Storage storage, DeltaFolder folder, Partition partition) {
        OptimisticTransaction transaction = folder.begin();
        List<AddFile> files = DeltaFolder.files(transaction, partition.values());
        return new Publication(spark, storage, folder, transaction, Optional.of(partition), files);
    }

    static Publication replacingAll(SparkSession spark, Storage storage, DeltaFolder folder) {
        OptimisticTransaction transaction = folder.begin();
        List<AddFile> files = DeltaFolder.files(transaction, Map.of());
        return new Publication(spark, storage, folder, transaction, Optional.empty(), files);
    }

    static Publication appending(SparkSession spark, Storage storage, DeltaFolder folder) {
        return new Publication(spark, storage, folder, folder.begin(), Optional.empty(), List.of());
    }

    /**
     * Writes rows to files that no reader sees yet. Columns that the table lacks are added to it by the commit. Rows
     * with {@link Provenance#FILE} end in files of their own number; all other provenance is left out.
     */
    public Publication write(Dataset<Row> rows) {
        Dataset<Row> stored = rows.drop(Provenance.LINE, Provenance.REASON, Provenance.TEXT);
        fileSchema = stored.drop(Provenance.FILE).schema().asNullable();
        extendTable();
        String writeId = UUID.randomUUID().toString();
        String target = folder.uri() + partition.map(p -> "/" + p.folder()).orElse("");
        written.addAll(ParquetWriter.write(stored, target, writeId));
        return this;
    }

    /** The written rows as a reader will see them, each with the number of its delivered file. */
    public Dataset<Row> readBack() {
        return ParquetFiles.rows(spark, fileSchema, written);
    }

    /** Whether there is anything to add or to remove. */
    public boolean changesAnything() {
        return !written.isEmpty() || !replaced.isEmpty();
    }

    /** The columns that the commit adds to an existing table. */
    public List<String> addedColumns() {
        return addedColumns;
    }

    /**
     * Makes the change visible, all of it at once. Once it was tried the written files stay, whatever fails: the log may
     * name them. Only when Delta says that another writer came first are they removed.
     *
     * @param note what the table's history says of this commit, JSON
     * @return the table's new version
     */
    public long commit(String note) {
        List<Action> actions = new ArrayList<>();
        long now = System.currentTimeMillis();
        replaced.forEach(file -> actions.add(file.removeWithTimestamp(now, true)));
        actions.addAll(added(now));
        try {
            return transaction.commit(DeltaFolder.seq(actions), operation(note));
        } catch (DeltaConcurrentModificationException e) {
            discard();
            throw new Refusal(
                    ExitCode.LOCKED,
                    "Cannot publish " + partition.map(Partition::toString).orElse("rows") + " in "
                            + folder.table().tableName() + ": another run changed the table meanwhile. "
                            + "Nothing of this run was published; run again.",
                    e);
        }
    }

    /** Removes what was written. */
    public void discard() {
        written.forEach(file -> storage.delete(file.object().uri()));
        written.clear();
    }

    private void extendTable() {
        StructType table = transaction.metadata().schema();
        StructType extended = table;
        List<String> added = new ArrayList<>();
        for (StructField field : fileSchema.fields()) {
            if (table.getFieldIndex(field.name()).isEmpty()) {
                extended = extended.add(field);
                added.add(field.name());
            } else {
                checkType(field, table.apply(field.name()));
            }
        }
        if (!added.isEmpty()) {
            DeltaFolder.addColumns(transaction, extended);
            addedColumns = List.copyOf(added);
        }
    }

    private void checkType(StructField written, StructField stored) {
        if (!ColumnTypes.nullable(written.dataType()).equals(ColumnTypes.nullable(stored.dataType()))) {
            throw new Refusal(
                    ExitCode.DELIVERY_UNREADABLE,
                    "Cannot publish " + partition.map(Partition::toString).orElse("rows") + " in "
                            + folder.table().tableName() + ": column '" + written.name() + "' is "
                            + written.dataType().simpleString() + " in the delivery and "
                            + stored.dataType().simpleString()
                            + " in the table. Nothing was published; deliver both sources in the same format, or load "
                            + "one of them into another warehouse.");
        }
    }

    private List<AddFile> added(long now) {
        List<ParquetMetadata> footers = ParquetFiles.footers(
                storage, written.stream().map(NumberedFile::object).toList());
        List<AddFile> files = new ArrayList<>();
        for (int i = 0; i < footers.size(); i++) {
            files.add(added(written.get(i), FooterStatistics.json(footers.get(i)), now));
        }
        return files;
    }

    private AddFile added(NumberedFile file, String statistics, long now) {
        // Names are made of letters, digits, '-', '_', '=' and '.', so the log needs no URL encoding.
        String path =
                partition.map(p -> p.folder() + "/").orElse("") + file.object().fileName();
        return new AddFile(
                path,
                DeltaFolder.map(partition.map(Partition::values).orElse(Map.of())),
                file.object().size(),
                now,
                true,
                statistics,
                null,
                null,
                Option.empty(),
                Option.empty(),
                Option.empty(),
                Option.empty(),
                Option.empty());
    }

    private DeltaOperations.Operation operation(String note) {
        SaveMode mode = replaced.isEmpty() && partition.isEmpty() ? SaveMode.Append : SaveMode.Overwrite;
        return new DeltaOperations.Write(
                mode,
                Option.apply(DeltaFolder.seq(folder.table().partitionColumns())),
                Option.apply(partition
                        .map(p -> "source = '" + p.source() + "' AND billing_period = '" + p.period() + "'")
                        .orElse(null)),
                Option.apply(note),
                Option.empty(),
                Option.empty(),
                Option.empty(),
                Option.empty(),
                Option.empty());
    }
}
