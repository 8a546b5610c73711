package io.curlake.jobs.export.text.column;

import io.curlake.jobs.export.text.CsvRecord;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/** Reads text as it stands. */
final class StringReader implements ColumnReader {
    private final int[] fields;
    private final RecentValues<UTF8String> texts = new RecentValues<>(UTF8String::fromBytes);

    StringReader(int[] fields) {
        this.fields = fields;
    }

    @Override
    public @Nullable Object read(CsvRecord record, Complaint complaint) {
        int field = record.firstFilled(fields);
        return field < 0 ? UTF8String.EMPTY_UTF8 : texts.of(record, field);
    }
}
