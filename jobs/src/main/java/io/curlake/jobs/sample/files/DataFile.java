package io.curlake.jobs.sample.files;

import io.curlake.jobs.sample.SampleSpec;
import io.curlake.jobs.sample.SampleVariant;
import io.curlake.jobs.sample.columns.ExportColumn;
import io.curlake.jobs.sample.line.LineItem;
import io.curlake.jobs.storage.Storage;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A data file that is being written; it appears in its store when it is closed. */
public interface DataFile extends Closeable {
    void write(LineItem item) throws IOException;

    /** Starts the file at that URI, replacing one that is there. */
    static DataFile create(SampleSpec spec, List<ExportColumn> columns, Storage storage, String uri)
            throws IOException {
        return switch (spec.format()) {
            case CUR2_PARQUET, LEGACY_PARQUET -> new ParquetDataFile(columns, storage, uri);
            case CUR2_CSV ->
                new CsvDataFile(columns, new Cur2Text(), new GZIPOutputStream(storage.create(uri), CsvDataFile.BUFFER));
            case LEGACY_CSV ->
                new CsvDataFile(
                        columns,
                        new LegacyText(),
                        spec.has(SampleVariant.ZIP)
                                ? zip(storage.create(uri), uri)
                                : new GZIPOutputStream(storage.create(uri), CsvDataFile.BUFFER));
        };
    }

    private static OutputStream zip(OutputStream out, String uri) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        ZipEntry entry = new ZipEntry(uri.substring(uri.lastIndexOf('/') + 1).replaceFirst("zip$", "csv"));
        // Without a time the entry would carry the clock's.
        entry.setTimeLocal(java.time.LocalDateTime.of(2020, 1, 1, 0, 0));
        zip.putNextEntry(entry);
        return zip;
    }
}
