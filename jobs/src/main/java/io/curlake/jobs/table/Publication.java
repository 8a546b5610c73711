package io.curlake.jobs.table;

import io.curlake.jobs.lineitem.Provenance;
import io.curlake.jobs.lineitem.scan.KeepRule;
import io.curlake.jobs.lineitem.scan.KeptScan;
import io.curlake.jobs.lineitem.scan.MaskScan;
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
import io.curlake.jobs.table.staged.MaskTask;
import io.curlake.jobs.table.staged.MaskedRest;
import io.curlake.jobs.table.staged.ReadBack;
import io.curlake.jobs.table.staged.StagedFile;
import io.curlake.jobs.table.staged.StagedFile.Holds;
import io.curlake.jobs.table.statistics.FileStatistics;
import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
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

    private HeldColumns columns;
    private Effect effect = Effect.ROWS;
    private Optional<String> label = Optional.empty();
    private Optional<String> transaction = Optional.empty();

    private Publication(
            TableFolder folder, Optional<TableState> state, Optional<Partition> partition, List<TableFile> replaced) {
        this.folder = folder;
        this.state = state;
        this.partition = partition;
        this.replaced = replaced;
        this.columns = HeldColumns.none(folder, state, partition);
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
        columns = columns.with(stored.drop(Provenance.FILE).schema());
        List<NumberedFile> written =
                ParquetWriter.write(stored, target(), UUID.randomUUID().toString());
        written.forEach(file -> made.add(file.object().uri()));
        List<FileStatistics> statistics = ParquetFiles.footers(
                folder.storage(), written.stream().map(NumberedFile::object).toList(), FileStatistics::of);
        for (int i = 0; i < written.size(); i++) {
            staged.add(StagedFile.written(written.get(i), statistics.get(i)));
        }
        return this;
    }

    /** Writes a few rows in the columns of the table to a file that no reader sees yet: on this machine, without a job. */
    public Publication write(List<Row> rows) {
        StructType stored = folder.table().columns();
        columns = columns.with(stored);
        NumberedFile file = ParquetWriter.write(
                folder.spark(), stored, rows, target(), UUID.randomUUID().toString());
        made.add(file.object().uri());
        ParquetFiles.footers(folder.storage(), List.of(file.object()), FileStatistics::of)
                .forEach(statistics -> staged.add(StagedFile.written(file, statistics)));
        return this;
    }

    /**
     * Copies files byte for byte beside those that readers see.
     *
     * @param held what the files hold, as Spark reads them
     */
    public void copy(List<NumberedFile> delivered, StructType held) {
        columns = columns.with(held);
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
     * Leaves the replaced files where they are, to be masked anew. Says whether that is possible: not where a file is not
     * of one delivered file, or does not hold what it should, because others wrote or purged it.
     */
    public boolean stay(Holds wanted) {
        Optional<List<StagedFile>> files = StagedFile.staying(replaced, folder.uri(), wanted);
        files.ifPresent(staged::addAll);
        columns = files.map(f -> columns.withTable()).orElse(columns);
        return files.isPresent();
    }

    /** Scans the staged files and masks the rows that are not kept; gives what they are. */
    public MaskedRest mask(KeepRule rule) {
        Set<String> unbounded = new TreeSet<>();
        staged.forEach(file -> unbounded.addAll(file.unbounded()));
        StructType scanned = columns.of(MaskScan.columns(unbounded));
        MaskTask task = new MaskTask(
                folder.storage(), ParquetBatches.of(folder.spark(), scanned), scanned, rule, unbounded, vectors());
        MaskedRest rest = MaskedRest.of(folder.spark(), task, List.copyOf(staged));
        rest.files().forEach(this::mask);
        return rest;
    }

    private void mask(MaskTask.Masked found) {
        staged.replaceAll(file -> file.isAt(found.uri()) ? file.masked(found) : file);
        Optional.ofNullable(found.mask())
                .filter(mask -> replaced.stream().noneMatch(file -> mask.equals(file.mask())))
                .ifPresent(mask -> made.add(vectors().uri(mask)));
    }

    /**
     * Writes the rows that masks leave visible anew, in place of the masked files, so that the table holds no other rows.
     *
     * @param visible those of the rows of masked files that their masks leave
     */
    public void rewriteMasked(UnaryOperator<Dataset<Row>> visible) {
        List<StagedFile> masked =
                staged.stream().filter(file -> file.mask() != null).toList();
        if (masked.isEmpty()) {
            return;
        }
        write(visible.apply(ParquetFiles.rows(
                folder.spark(), stored(), masked.stream().map(StagedFile::file).toList())));
        staged.removeAll(masked);
        masked.stream()
                .flatMap(file -> Stream.ofNullable(file.mask()))
                .map(vectors()::uri)
                .filter(made::remove)
                .forEach(folder.storage()::delete);
    }

    /** The staged files as a reader will see them: through their masks. */
    public ReadBack readBack() {
        return ReadBack.of(
                folder.spark(), folder.storage(), columns.of(KeptScan.columns()), vectors(), List.copyOf(staged));
    }

    /** The written files as a reader will see them, in the columns that the table is not partitioned by. */
    public Dataset<Row> written() {
        return ParquetFiles.rows(
                        folder.spark(),
                        stored(),
                        staged.stream().map(StagedFile::file).toList())
                .drop(ParquetFiles.FILE);
    }

    private StructType stored() {
        return new StructType(Arrays.stream(columns.held().fields())
                .filter(field -> !folder.table().partitionColumns().contains(field.name()))
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
        return columns.added();
    }

    /** Puts a label on every file that the change adds or masks anew. */
    public Publication labelled(String text) {
        label = Optional.of(text);
        return this;
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
        columns.extended().ifPresent(version::extended);
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

    private CommitNote commitNote(String note) {
        boolean appends = replaced.isEmpty() && partition.isEmpty();
        Map<String, String> parameters = new java.util.HashMap<>();
        parameters.put("mode", appends ? "Append" : "Overwrite");
        partition.ifPresent(p ->
                parameters.put("predicate", "source = '" + p.source() + "' AND billing_period = '" + p.period() + "'"));
        return new CommitNote("WRITE", parameters, note);
    }
}
