package io.curlake.jobs.export.text.column;

import io.curlake.jobs.export.text.CsvRecord;
import org.jspecify.annotations.Nullable;

/** Reads a time in UTC as microseconds since 1970. */
final class TimestampReader implements ColumnReader {
    private final String column;
    private final int[] fields;
    private final RecentValues<Long> times = new RecentValues<>(TimestampText::micros);

    TimestampReader(String column, int[] fields) {
        this.column = column;
        this.fields = fields;
    }

    @Override
    public @Nullable Object read(CsvRecord record, Complaint complaint) {
        int field = record.firstFilled(fields);
        if (field < 0) {
            return null;
        }
        Long micros = times.of(record, field);
        if (micros == null) {
            complaint.about(field, column, record.text(field), "date");
        }
        return micros;
    }
}
