package io.curlake.jobs.export.text.rows;

import io.curlake.jobs.export.text.CsvRecords;
import io.curlake.jobs.export.text.TextFile;
import io.curlake.jobs.export.text.file.TextErrors;
import java.util.Iterator;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.jspecify.annotations.Nullable;

/** The rows of some files, one file after the other. */
final class TextRowReader implements PartitionReader<InternalRow> {
    private final TextRowReaders settings;
    private final Iterator<TextFile> files;
    private @Nullable OpenFile open;

    private record OpenFile(CsvRecords records, RowDecoder decoder) {}

    TextRowReader(TextRowReaders settings, Iterator<TextFile> files) {
        this.settings = settings;
        this.files = files;
    }

    @Override
    public boolean next() {
        while (open == null || !open.records.next()) {
            close();
            if (!files.hasNext()) {
                return false;
            }
            open = open(files.next());
        }
        return true;
    }

    /** The row moved to; the next move overwrites it. */
    @Override
    public InternalRow get() {
        if (open == null) {
            throw new IllegalStateException("no row: next() was not called, or was false");
        }
        return open.decoder.decode(open.records.record());
    }

    private OpenFile open(TextFile file) {
        CsvRecords records = CsvRecords.open(settings.storage(), file.uri());
        if (!records.header().equals(file.header())) {
            records.close();
            throw TextErrors.unreadable(file.uri(), "its header changed while the delivery was read");
        }
        return new OpenFile(records, new RowDecoder(file, settings.dialect(), settings.schema()));
    }

    @Override
    public void close() {
        if (open != null) {
            open.records.close();
            open = null;
        }
    }
}
