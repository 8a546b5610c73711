package io.curlake.jobs.table;

import io.curlake.jobs.storage.NumberedFile;
import io.curlake.jobs.storage.StoredObject;
import io.curlake.jobs.table.log.Mask;
import io.curlake.jobs.table.log.TableFile;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A data file that a publication will make visible.
 *
 * @param file under the number of the delivered file that its rows are of
 * @param inLog the file as the log names it now; null for a new one
 * @param mask the rows that nobody will see
 */
record StagedFile(
        NumberedFile file,
        Holds holds,
        @Nullable TableFile inLog,
        @Nullable Mask mask) implements Serializable {
    private static final String NUMBER = "curlake.delivered-file";
    private static final String UNCONNECTED_ROWS = "curlake.unconnected-rows";

    /** Whether the rows of unconnected accounts exist physically: what the tag of a file says in the log. */
    enum Holds {
        /** All rows of the delivered file; those of unconnected accounts are masked. */
        ALL_ROWS("masked"),
        /** Rows of connected accounts only. */
        CONNECTED_ROWS("absent");

        private final String tag;

        Holds(String tag) {
            this.tag = tag;
        }
    }

    static StagedFile written(NumberedFile file) {
        return new StagedFile(file, Holds.CONNECTED_ROWS, null, null);
    }

    static StagedFile adopted(NumberedFile file) {
        return new StagedFile(file, Holds.ALL_ROWS, null, null);
    }

    /** The files of a partition, by number; empty unless each still holds every row of its delivered file. */
    static Optional<List<StagedFile>> staying(List<TableFile> files, String table) {
        List<StagedFile> staying = new ArrayList<>();
        for (TableFile file : files) {
            String number = file.tags().get(NUMBER);
            if (number == null || !Holds.ALL_ROWS.tag.equals(file.tags().get(UNCONNECTED_ROWS))) {
                return Optional.empty();
            }
            StoredObject object = new StoredObject(file.uri(table), file.size(), "");
            staying.add(new StagedFile(
                    new NumberedFile(Integer.parseInt(number), object), Holds.ALL_ROWS, file, file.mask()));
        }
        staying.sort(Comparator.comparing(StagedFile::number));
        return staying.isEmpty() ? Optional.empty() : Optional.of(staying);
    }

    int number() {
        return file.number();
    }

    boolean isNew() {
        return inLog == null;
    }

    StagedFile masked(Optional<Mask> other) {
        return new StagedFile(file, holds, inLog, other.orElse(null));
    }

    /** A file that stays, under its new mask. */
    TableFile kept() {
        TableFile before = java.util.Objects.requireNonNull(inLog);
        return before.masked(Optional.ofNullable(mask))
                .with(FooterStatistics.under(Optional.ofNullable(mask), before.statistics()));
    }

    TableFile tableFile(Optional<Partition> partition, long now, String statistics) {
        String path =
                partition.map(p -> p.folder() + "/").orElse("") + file.object().fileName();
        TableFile added = TableFile.of(
                        path,
                        partition.map(Partition::values).orElse(Map.of()),
                        file.object().size(),
                        now)
                .masked(Optional.ofNullable(mask))
                .with(FooterStatistics.under(Optional.ofNullable(mask), statistics));
        return number() == 0
                ? added
                : added.tagged(Map.of(NUMBER, Integer.toString(number()), UNCONNECTED_ROWS, holds.tag));
    }
}
