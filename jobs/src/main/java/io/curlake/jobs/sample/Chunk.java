package io.curlake.jobs.sample;

import io.curlake.jobs.sample.charges.Charges;
import io.curlake.jobs.sample.columns.LegacyHeader;
import io.curlake.jobs.sample.files.DataFile;
import io.curlake.jobs.sample.line.LineItem;
import io.curlake.jobs.sample.plan.PeriodPlan;
import io.curlake.jobs.sample.plan.SamplePlan;
import io.curlake.jobs.sample.truth.Truth;
import io.curlake.jobs.storage.Storage;
import io.curlake.jobs.storage.StorageErrors;
import java.io.IOException;
import java.io.Serializable;
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

    /** Writes the file; the columns are those of the whole delivery. */
    Written write(Storage storage, DeliveryColumns columns) {
        Truth truth = new Truth();
        try (DataFile file = DataFile.create(spec, columns.ofFiles(), storage, uri)) {
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
}
