package io.curlake.jobs.sample;

import io.curlake.jobs.sample.charges.Charges;
import io.curlake.jobs.sample.charges.PeriodPlan;
import io.curlake.jobs.sample.charges.SamplePlan;
import io.curlake.jobs.sample.columns.Cur2Columns;
import io.curlake.jobs.sample.columns.ExportColumn;
import io.curlake.jobs.sample.columns.LegacyColumns;
import io.curlake.jobs.sample.columns.LegacyHeader;
import io.curlake.jobs.sample.columns.LineItem;
import io.curlake.jobs.sample.files.DataFile;
import io.curlake.jobs.sample.truth.Truth;
import io.curlake.jobs.storage.Storage;
import io.curlake.jobs.storage.StorageErrors;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Set;

/**
 * A data file to write: the work of one Spark task.
 *
 * @param firstRow inclusive
 * @param endRow exclusive
 */
record Chunk(SampleSpec spec, PeriodPlan plan, long firstRow, long endRow, String uri) implements Serializable {
    /** What a task wrote. */
    record Written(Chunk chunk, Truth truth, long bytes) implements Serializable {}

    /** The legacy columns that some line of the chunk fills; none for CUR 2.0, whose columns are fixed. */
    Set<String> legacyColumns() {
        LegacyHeader header = new LegacyHeader();
        if (spec.format().isLegacy()) {
            Charges charges = charges();
            for (long row = firstRow; row < endRow; row++) {
                header.observe(charges.at(row));
            }
        }
        return header.names();
    }

    /** Writes the file; the legacy columns are those of the whole delivery. */
    Written write(Storage storage, Set<String> legacyColumns) {
        Truth truth = new Truth();
        try (DataFile file = DataFile.create(spec, columns(spec, legacyColumns), storage, uri)) {
            Charges charges = charges();
            for (long row = firstRow; row < endRow; row++) {
                LineItem item = charges.at(row);
                file.write(item);
                truth.add(item);
            }
        } catch (IOException e) {
            throw StorageErrors.cannotWrite(uri, e);
        }
        return new Written(this, truth, storage.find(uri).orElseThrow().size());
    }

    private Charges charges() {
        return new Charges(spec, SamplePlan.of(spec), plan);
    }

    private static List<ExportColumn> columns(SampleSpec spec, Set<String> legacyColumns) {
        return switch (spec.format()) {
            case CUR2_PARQUET, CUR2_CSV ->
                spec.has(SampleVariant.SPLIT_COST) ? Cur2Columns.withSplitCost() : Cur2Columns.withoutSplitCost();
            case LEGACY_CSV -> LegacyColumns.csv(legacyColumns);
            case LEGACY_PARQUET -> LegacyColumns.parquet(legacyColumns);
        };
    }
}
