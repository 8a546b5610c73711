package io.curlake.jobs.export.text.scan;

import io.curlake.jobs.export.text.file.TextErrors;
import io.curlake.jobs.export.text.file.TextSource;
import io.curlake.jobs.storage.Storage;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Scans one file once, from its header to its end. */
final class FileScan {
    private final Storage storage;
    private final String uri;
    private final CurrencyTotals totals = new CurrencyTotals();
    private @Nullable ScanHeader header;
    private long row;

    FileScan(Storage storage, String uri) {
        this.storage = storage;
        this.uri = uri;
    }

    ScannedFile run(int number) {
        try (TextSource source = TextSource.open(storage, uri)) {
            try {
                scan(source);
            } catch (FieldScanner.QuoteException e) {
                throw TextErrors.unreadable(uri, "row " + (row + 1) + " " + e.getMessage());
            } catch (IOException e) {
                throw source.broken(row == 0 ? "the start" : "row " + row, e);
            }
        }
        return new ScannedFile(number, totals.totals());
    }

    private void scan(TextSource source) throws IOException {
        for (Optional<InputStream> part = source.nextPart(); part.isPresent(); part = source.nextPart()) {
            FieldScanner fields = new FieldScanner(part.get());
            if (fields.hasRecord()) {
                scanRecords(fields, header(fields));
            }
        }
        if (header == null) {
            throw TextErrors.empty(uri);
        }
    }

    /** Every CSV entry of a zip repeats the header. */
    private ScanHeader header(FieldScanner fields) throws IOException {
        List<String> names = new ArrayList<>();
        do {
            fields.nextField();
            names.add(fields.text());
        } while (!fields.isLast());
        ScanHeader found = new ScanHeader(names);
        if (header != null && !header.isSame(found)) {
            throw TextErrors.unreadable(uri, "the CSV files in the zip have different headers");
        }
        header = found;
        return found;
    }

    private void scanRecords(FieldScanner fields, ScanHeader columns) throws IOException {
        while (fields.hasRecord()) {
            totals.beginRow();
            int field = 0;
            do {
                field += fields.skip(columns.othersFrom(field));
                fields.nextField();
                if (columns.meaning(field) != ScanHeader.OTHER) {
                    totals.take(columns.meaning(field), fields);
                }
                field++;
            } while (!fields.isLast());
            totals.endRow(field == columns.fields());
            row++;
        }
    }
}
