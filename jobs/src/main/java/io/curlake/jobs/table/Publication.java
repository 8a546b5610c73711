package io.curlake.jobs.table;

import io.curlake.jobs.lineitem.Provenance;
import io.curlake.jobs.lineitem.scan.KeepRule;
import io.curlake.jobs.lineitem.scan.KeptScan;
import io.curlake.jobs.lineitem.scan.MaskScan;
import io.curlake.jobs.lineitem.sums.Rest;
import io.curlake.jobs.storage.NumberedFile;
import io.curlake.jobs.storage.ParquetBatches;
import io.curlake.jobs.storage.ParquetFiles;
import io.curlake.jobs.storage.ParquetWriter;
import io.curlake.jobs.storage.StoredObject;
import io.curlake.jobs.storage.copy.ObjectCopies;
import io.curlake.jobs.storage.copy.PlannedCopy;
import io.curlake.jobs.table.log.CommitNote;
import io.curlake.jobs.table.log.Effect;
import io.curlake.jobs.table.log.NewVersion;
import io.curlake.jobs.table.log.TableFile;
import io.curlake.jobs.table.log.TableState;
import io.curlake.jobs.table.log.VectorFile;
import io.curlake.jobs.table.schema.Growth;
import io.curlake.jobs.table.staged.MaskTask;
import io.curlake.jobs.table.staged.MaskedRest;
import io.curlake.jobs.table.staged.ReadBack;
import io.curlake.jobs.table.staged.StagedFile;
import io.curlake.jobs.table.statistics.FileStatistics;
import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * One atomic change of a table: begun, written or copied, masked, read back, and only then committed. Until
 * {@link #commit} nothing of it is visible; a crash before leaves files that no log names.
 */
public final class Publication {
    private final TableFolder folder;
    private final Optional<TableState> state;
    private final Optional<Partition> partition;
    private final List<TableFile> replaced;
    private final String writeId = UUID.randomUUID().toString();
    private final List<StagedFile> staged = new ArrayList<>();
    /** What {@link #discard} removes. */
    private final List<String> made = new ArrayList<>();

    private StructType fileSchema = new StructType();
    private Optional<StructType> extended = Optional.empty();
    private List<String> addedColumns = List.of();
    private Effect effect = Effect.ROWS;
    private Optional<String> label = Optional.empty();
    private Optional<String> transaction = Optional.empty();

    private Publication(
            TableFolder folder, Optional<TableState> state, Optional<Partition> partition, List<TableFile> replaced) {
        this.folder = folder;
        this.state = state;
        this.partition = partition;
        this.replaced = replaced;
    }

    static Publication replacing(TableFolder folder, Partition partition) {
        return replacing(folder, partition, file -> true);
    }

    static Publication replacing(TableFolder folder, Partition partition, Predicate<TableFile> some) {
        Optional<TableState> state = folder.newest();
        List<TableFile> files = state.map(s -> s.files(partition.values())).orElse(List.of()).stream()
                .filter(some)
                .toList();
        return new Publication(folder, state, Optional.of(partition), files);
    }

    static Publication replacingAll(TableFolder folder) {
        Optional<TableState> state = folder.newest();
        List<TableFile> files = state.map(s -> s.files(Map.of())).orElse(List.of());
        return new Publication(folder, state, Optional.empty(), files);
    }

    static Publication replacingLabelled(TableFolder folder, Partition partition, String label) {
        Publication publication =
                replacing(folder, partition, file -> StagedFile.label(file).equals(label));
        publication.label = Optional.of(label);
        return publication;
    }

    static Publication removing(TableFolder folder, Predicate<TableFile> files) {
        Optional<TableState> state = folder.newest();
        List<TableFile> removed = state.map(s -> s.files(Map.of())).orElse(List.of()).stream()
                .filter(files)
                .toList();
        return new Publication(folder, state, Optional.empty(), removed);
    }

    static Publication appending(TableFolder folder) {
        return new Publication(folder, folder.newest(), Optional.empty(), List.of());
    }

    /**
     * Writes rows to files that no reader sees yet. Columns that the table lacks are added to it by the commit. Rows
     * with {@link Provenance#FILE} end in files of their own number; all other provenance is left out.
     */
    public Publication write(Dataset<Row> rows) {
        Dataset<Row> stored = rows.drop(Provenance.LINE, Provenance.REASON, Provenance.TEXT);
        holding(stored.drop(Provenance.FILE).schema());
        List<NumberedFile> written = ParquetWriter.write(stored, target(), writeId);
        written.forEach(file -> made.add(file.object().uri()));
        List<FileStatistics> statistics = ParquetFiles.footers(
                folder.storage(), written.stream().map(NumberedFile::object).toList(), FileStatistics::of);
        for (int i = 0; i < written.size(); i++) {
            staged.add(StagedFile.written(written.get(i), statistics.get(i)));
        }
        return this;
    }

    /**
     * Copies files byte for byte beside those that readers see.
     *
     * @param columns what the files hold, as Spark reads them
     */
    public void copy(List<NumberedFile> delivered, StructType columns) {
        holding(columns);
        List<PlannedCopy> plan = delivered.stream()
                .map(file -> new PlannedCopy(file.object(), target() + "/" + copyName(file)))
                .toList();
        List<StoredObject> copies = new ObjectCopies(folder.spark(), folder.storage()).copy(plan);
        copies.forEach(copy -> made.add(copy.uri()));
        List<FileStatistics> statistics = ParquetFiles.footers(folder.storage(), copies, FileStatistics::of);
        for (int i = 0; i < copies.size(); i++) {
            NumberedFile copy = new NumberedFile(delivered.get(i).number(), copies.get(i));
            staged.add(StagedFile.adopted(copy, statistics.get(i)));
        }
    }

    /** Names are made of letters, digits, '-', '_', '=' and '.': a {@code :} is a nuisance in a path. */
    private String copyName(NumberedFile file) {
        return StagedFile.namePrefix(file.number()) + writeId + ".parquet";
    }

    /**
     * Leaves the replaced files where they are, to be masked anew. Says whether that is possible: not where a row of the
     * delivery is in none of them, because the partition was rewritten or purged.
     */
    public boolean stay() {
        Optional<List<StagedFile>> files = StagedFile.staying(replaced, folder.uri());
        files.ifPresent(staged::addAll);
        files.ifPresent(f -> holding(state.orElseThrow().schema()));
        return files.isPresent();
    }

    /** Scans the staged files and masks the rows that are not kept; gives what they are. */
    public Rest mask(KeepRule rule) {
        Set<String> unbounded = new TreeSet<>();
        staged.forEach(file -> unbounded.addAll(file.unbounded()));
        StructType columns = held(MaskScan.columns(unbounded));
        MaskTask task = new MaskTask(
                folder.storage(), ParquetBatches.of(folder.spark(), columns), columns, rule, unbounded, vectors());
        MaskedRest rest = MaskedRest.of(folder.spark(), task, List.copyOf(staged));
        rest.files().forEach(this::mask);
        return rest;
    }

    private void mask(MaskTask.Masked found) {
        staged.replaceAll(file -> file.number() == found.number() ? file.masked(found) : file);
        Optional.ofNullable(found.mask())
                .filter(mask -> replaced.stream().noneMatch(file -> mask.equals(file.mask())))
                .ifPresent(mask -> made.add(vectors().uri(mask)));
    }

    /** The staged files as a reader will see them: through their masks. */
    public ReadBack readBack() {
        return ReadBack.of(folder.spark(), folder.storage(), held(KeptScan.columns()), vectors(), List.copyOf(staged));
    }

    /** Those of the columns that the files have. */
    private StructType held(StructType wanted) {
        return new StructType(Arrays.stream(wanted.fields())
                .filter(field -> fileSchema.getFieldIndex(field.name()).isDefined())
                .toArray(StructField[]::new));
    }

    private VectorFile vectors() {
        return new VectorFile(folder.storage(), folder.uri());
    }

    /** The files that the change takes the place of. */
    public List<TableFile> replaced() {
        return replaced;
    }

    /** The columns that the commit adds to an existing table. */
    public List<String> addedColumns() {
        return addedColumns;
    }

    /** Names the change, so that {@link #isDone} tells whether it was made before. */
    public Publication once(String name) {
        transaction = Optional.of(name);
        return this;
    }

    /** Whether a change of that name was committed to the table. */
    public boolean isDone() {
        return transaction
                .flatMap(name -> state.flatMap(s -> s.transaction(name)))
                .isPresent();
    }

    /** Says that the change stores the same rows in another way. */
    public Publication keepingRows() {
        effect = Effect.LAYOUT;
        return this;
    }

    /**
     * Makes the change visible, all of it at once. Once it was tried the written files stay, whatever fails: the log may
     * name them. Only when another writer came first are they removed.
     *
     * @param note what the table's history says of this commit, JSON
     * @return the table's new version
     */
    public long commit(String note) {
        try {
            return folder.write(
                    version(),
                    commitNote(note),
                    partition.map(Partition::toString).orElse("rows"));
        } catch (Refusal refusal) {
            if (refusal.exitCode() == ExitCode.LOCKED) {
                discard();
            }
            throw refusal;
        }
    }

    private NewVersion version() {
        NewVersion version = folder.versionAfter(state);
        extended.ifPresent(version::extended);
        transaction.ifPresent(name -> version.transaction(name, 1));
        List<TableFile> added = added();
        replaced.stream().filter(file -> !added.contains(file)).forEach(file -> version.remove(file, effect));
        added.stream().filter(file -> !replaced.contains(file)).forEach(file -> version.add(file, effect));
        return version;
    }

    /** Removes what was written. */
    public void discard() {
        made.forEach(uri -> folder.storage().delete(uri));
        made.clear();
        staged.clear();
    }

    private String target() {
        return folder.uri() + partition.map(p -> "/" + p.folder()).orElse("");
    }

    private List<TableFile> added() {
        long now = folder.clock().millis();
        return staged.stream()
                .map(file -> file.tableFile(partition, label, now))
                .toList();
    }

    /** Extends the table by columns and fields that only the files have; refuses a column of another type. */
    private void holding(StructType columns) {
        fileSchema = columns.asNullable();
        StructType table = state.map(TableState::schema).orElse(folder.table().schema());
        Map<String, StructField> wider = new LinkedHashMap<>();
        Arrays.stream(table.fields()).forEach(field -> wider.put(field.name(), field));
        Arrays.stream(fileSchema.fields()).forEach(field -> wider.merge(field.name(), field, this::grown));
        StructType all = new StructType(wider.values().toArray(StructField[]::new));
        addedColumns = List.of(all.fieldNames()).subList(table.size(), all.size());
        extended = all.equals(table) ? Optional.empty() : Optional.of(all);
    }

    private StructField grown(StructField stored, StructField written) {
        DataType type = Growth.grown(stored.dataType(), written.dataType())
                .orElseThrow(() -> new Refusal(
                        ExitCode.DELIVERY_UNREADABLE,
                        "Cannot publish " + partition.map(Partition::toString).orElse("rows") + " in "
                                + folder.table().tableName() + ": column '" + written.name() + "' is "
                                + written.dataType().simpleString() + " in the delivery and "
                                + stored.dataType().simpleString()
                                + " in the table. Nothing was published; deliver both sources in the same format, or "
                                + "load one of them into another warehouse."));
        return new StructField(stored.name(), type, stored.nullable(), stored.metadata());
    }

    private CommitNote commitNote(String note) {
        boolean appends = replaced.isEmpty() && partition.isEmpty();
        Map<String, String> parameters = new java.util.HashMap<>();
        parameters.put("mode", appends ? "Append" : "Overwrite");
        partition.ifPresent(p ->
                parameters.put("predicate", "source = '" + p.source() + "' AND billing_period = '" + p.period() + "'"));
        return new CommitNote("WRITE", parameters, note);
    }
}
