package io.curlake.jobs.table.staged;

import io.curlake.jobs.lineitem.scan.KeepRule;
import io.curlake.jobs.lineitem.scan.KeptScan;
import io.curlake.jobs.lineitem.scan.MaskScan;
import io.curlake.jobs.lineitem.scan.MaskedFile;
import io.curlake.jobs.lineitem.scan.column.ValueRange;
import io.curlake.jobs.lineitem.scan.sum.AccountAndType;
import io.curlake.jobs.storage.ParquetBatches;
import io.curlake.jobs.storage.Storage;
import io.curlake.jobs.table.log.Mask;
import io.curlake.jobs.table.log.VectorFile;
import io.curlake.model.FileAmounts;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * What is done with each file on executors: its rows are sorted, and those that are not kept become its mask.
 *
 * @param columns of the batches
 * @param ranged columns of which some footer does not tell the first and the last value
 */
public record MaskTask(
        Storage storage,
        ParquetBatches batches,
        StructType columns,
        KeepRule rule,
        Set<String> ranged,
        VectorFile vectors)
        implements Serializable {

    /** A file with what the scan found in it. */
    record Scanned(StagedFile file, MaskedFile found, List<FileAmounts> maskedBefore) implements Serializable {}

    /**
     * What the driver gets to know of a file.
     *
     * @param uri of the file
     * @param mask null where every row is kept
     * @param texts bounds of the columns that were asked for
     * @param times the same of times
     * @param maskedBefore rows and sums under the mask that a written file had in the table; of an adopted one nobody asks
     * @param keptRows by usage account
     * @param groups how many groups of unconnected cost there are
     */
    public record Masked(
            String uri,
            @Nullable Mask mask,
            Map<String, ValueRange<String>> texts,
            Map<String, ValueRange<Instant>> times,
            List<FileAmounts> unconnected,
            List<FileAmounts> rejected,
            List<FileAmounts> maskedBefore,
            Map<AccountAndType, Long> unconnectedRows,
            Map<String, Long> keptRows,
            long groups)
            implements Serializable {}

    Scanned scan(StagedFile file) {
        MaskScan scan = new MaskScan(columns, rule, ranged);
        Optional<KeptScan> before = maskedBefore(file);
        try (FileTags tags = file.isNew() ? FileTags.of(storage, file.file().object()) : FileTags.none()) {
            batches.read(file.file().object(), batch -> {
                long[] hashes = tags.next(batch.numRows());
                scan.add(batch, hashes);
                before.ifPresent(masked -> masked.add(batch, hashes));
            });
        }
        return new Scanned(
                file,
                scan.result(file.number()),
                before.map(masked -> masked.groups().amounts(file.number())).orElse(List.of()));
    }

    /** A scan of what nobody sees as yet. */
    private Optional<KeptScan> maskedBefore(StagedFile file) {
        return file.isAdopted()
                ? Optional.empty()
                : Optional.ofNullable(file.mask())
                        .flatMap(vectors::maskIfReadable)
                        .map(mask -> new KeptScan(columns, position -> !mask.isMasked(position)));
    }

    /** Writes the mask, unless the file is under the same one already. */
    Masked mask(Scanned scanned) {
        MaskedFile found = scanned.found();
        return new Masked(
                scanned.file().file().object().uri(),
                mask(scanned.file(), found).orElse(null),
                found.texts(),
                found.times(),
                found.unconnected(),
                found.rejected(),
                scanned.maskedBefore(),
                found.unconnectedRows(),
                found.keptRows(),
                found.groups().size());
    }

    private Optional<Mask> mask(StagedFile file, MaskedFile found) {
        if (found.masked().count() == 0) {
            return Optional.empty();
        }
        Optional<Mask> before = Optional.ofNullable(file.mask()).filter(mask -> vectors.holds(mask, found.masked()));
        return before.isPresent()
                ? before
                : Optional.of(vectors.write(found.masked().bitmaps()));
    }
}
