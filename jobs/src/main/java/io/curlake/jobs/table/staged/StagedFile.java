package io.curlake.jobs.table.staged;

import io.curlake.jobs.storage.NumberedFile;
import io.curlake.jobs.storage.StoredObject;
import io.curlake.jobs.table.Partition;
import io.curlake.jobs.table.log.Mask;
import io.curlake.jobs.table.log.TableFile;
import io.curlake.jobs.table.statistics.FileStatistics;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A data file that a publication will make visible.
 *
 * @param file under the number of the delivered file that its rows are of
 * @param inLog the file as the log names it now; null for a new one
 * @param statistics of a new file; null for one that stays
 * @param mask the rows that nobody will see
 */
public record StagedFile(
        NumberedFile file,
        Holds holds,
        @Nullable TableFile inLog,
        @Nullable FileStatistics statistics,
        @Nullable Mask mask)
        implements Serializable {
    private static final String NUMBER = "curlake.delivered-file";
    private static final String UNCONNECTED_ROWS = "curlake.unconnected-rows";
    private static final String LABEL = "curlake.label";

    /** Whether the rows of unconnected accounts exist physically: what the tag of a file says in the log. */
    public enum Holds {
        /** All rows of the delivered file; those of unconnected accounts are masked. */
        ALL_ROWS("masked"),
        /** Rows of accounts that were connected when they were written; who was disconnected since may be masked. */
        CONNECTED_ROWS("absent");

        private final String tag;

        Holds(String tag) {
            this.tag = tag;
        }
    }

    public static StagedFile written(NumberedFile file, FileStatistics statistics) {
        return new StagedFile(file, Holds.CONNECTED_ROWS, null, statistics, null);
    }

    public static StagedFile adopted(NumberedFile file, FileStatistics statistics) {
        return new StagedFile(file, Holds.ALL_ROWS, null, statistics, null);
    }

    /** The files of a partition, by number; empty unless each is of one delivered file and holds what is wanted. */
    public static Optional<List<StagedFile>> staying(List<TableFile> files, String table, Holds wanted) {
        List<StagedFile> staying = new ArrayList<>();
        for (TableFile file : files) {
            String number = file.tags().get(NUMBER);
            if (number == null || !wanted.tag.equals(file.tags().get(UNCONNECTED_ROWS))) {
                return Optional.empty();
            }
            StoredObject object = new StoredObject(file.uri(table), file.size(), "");
            staying.add(new StagedFile(
                    new NumberedFile(Integer.parseInt(number), object), wanted, file, null, file.mask()));
        }
        staying.sort(Comparator.comparing(StagedFile::number));
        return Optional.of(staying);
    }

    /** Whether the name of a file in the log tells which delivered file its rows are of, as the names we give do. */
    public static boolean isNamedByNumber(TableFile file) {
        String number = file.tags().get(NUMBER);
        return number != null && file.name().startsWith(namePrefix(Integer.parseInt(number)));
    }

    /** The label that a file was published under; '' where it has none. */
    public static String label(TableFile file) {
        return file.tags().getOrDefault(LABEL, "");
    }

    /** How the names of a delivered file's copies and of what is written from it begin. */
    public static String namePrefix(int number) {
        return "part-%05d-".formatted(number);
    }

    /** Whether a delivered file was copied byte for byte, so that its tags were hashed when it was masked. */
    boolean isAdopted() {
        return holds == Holds.ALL_ROWS;
    }

    /** Whether its rows were just written. */
    boolean isWritten() {
        return isNew() && !isAdopted();
    }

    /** Whether that is where it lies. */
    public boolean isAt(String uri) {
        return file.object().uri().equals(uri);
    }

    /** Whether the file is not in the table yet. */
    boolean isNew() {
        return inLog == null;
    }

    public int number() {
        return file.number();
    }

    /** The columns of which a scan has to find the bounds. */
    public Set<String> unbounded() {
        return statistics == null ? Set.of() : statistics.unbounded();
    }

    /** The file under the mask that a scan found, and with the bounds that it found. */
    public StagedFile masked(MaskTask.Masked found) {
        return new StagedFile(
                file,
                holds,
                inLog,
                statistics == null ? null : statistics.with(found.texts(), found.times()),
                found.mask());
    }

    public TableFile tableFile(Optional<Partition> partition, Optional<String> label, long now) {
        Optional<Mask> itsMask = Optional.ofNullable(mask);
        if (inLog != null && inLog.maskIfAny().equals(itsMask)) {
            return inLog;
        }
        if (inLog != null) {
            return inLog.masked(itsMask)
                    .with(FileStatistics.under(itsMask, inLog.statistics()))
                    .tagged(tags(inLog.tags(), label));
        }
        String path =
                partition.map(p -> p.folder() + "/").orElse("") + file.object().fileName();
        Map<String, String> values = partition.map(Partition::values).orElse(Map.of());
        TableFile added = TableFile.of(path, values, file.object().size(), now)
                .masked(itsMask)
                .with(FileStatistics.under(
                        itsMask, Objects.requireNonNull(statistics).json()));
        Map<String, String> tags =
                number() == 0 ? Map.of() : Map.of(NUMBER, Integer.toString(number()), UNCONNECTED_ROWS, holds.tag);
        return added.tagged(tags(tags, label));
    }

    private static Map<String, String> tags(Map<String, String> tags, Optional<String> label) {
        Map<String, String> all = new HashMap<>(tags);
        label.ifPresent(text -> all.put(LABEL, text));
        return all;
    }
}
