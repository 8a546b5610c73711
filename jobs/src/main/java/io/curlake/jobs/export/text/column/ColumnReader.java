package io.curlake.jobs.export.text.column;

import io.curlake.jobs.export.text.CsvRecord;
import org.jspecify.annotations.Nullable;

/** Reads one column of a record whose number of fields is right. */
public interface ColumnReader {
    /** The value as Spark holds it inside; what cannot be read is complained of and reads as if it were absent. */
    @Nullable
    Object read(CsvRecord record, Complaint complaint);
}
