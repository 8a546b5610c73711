package io.curlake.jobs.export.text;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import io.curlake.jobs.export.Refusals;
import io.curlake.jobs.export.text.file.TextErrors;
import io.curlake.jobs.export.text.file.TextSource;
import io.curlake.jobs.storage.Storage;
import io.curlake.model.Refusal;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The records of a file after its header, blank lines left out. Every CSV entry of a zip repeats the header. Refuses a
 * file that is empty, cut off, corrupt, no UTF-8, or quoted in a way that leaves open where a record ends.
 */
public final class CsvRecords implements Closeable {
    private static final int LONGEST_FIELD = 1 << 26;

    private final String uri;
    private final TextSource source;
    private final List<String> header;
    private RecordHandler handler = new RecordHandler();
    private @Nullable CloseableIterator<RecordHandler> part;
    private long lastLine;

    private CsvRecords(String uri, TextSource source) {
        this.uri = uri;
        this.source = source;
        if (!openNextPart() || !nextOfPart()) {
            throw TextErrors.empty(uri);
        }
        this.header = names();
    }

    public static CsvRecords open(Storage storage, String uri) {
        TextSource source = TextSource.open(storage, uri);
        try {
            return new CsvRecords(uri, source);
        } catch (RuntimeException e) {
            source.close();
            throw e;
        }
    }

    /** The names in the first record. */
    public List<String> header() {
        return header;
    }

    /** Moves to the next record; false after the last. */
    public boolean next() {
        while (!nextOfPart()) {
            if (!openNextPart()) {
                return false;
            }
            refuseOtherHeader();
        }
        return true;
    }

    /** The record moved to; it is overwritten by the next move. */
    public CsvRecord record() {
        return handler.record();
    }

    private boolean openNextPart() {
        try {
            Optional<InputStream> next = source.nextPart();
            next.ifPresent(this::parse);
            return next.isPresent();
        } catch (IOException e) {
            throw broken(e);
        }
    }

    private void parse(InputStream text) {
        handler = new RecordHandler();
        part = CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .maxBufferSize(LONGEST_FIELD)
                .build(handler, new ByteChars(text))
                .iterator();
    }

    private boolean nextOfPart() {
        try {
            if (part == null || !part.hasNext()) {
                return false;
            }
            part.next();
        } catch (CsvParseException e) {
            throw Refusals.in(e).orElseGet(() -> unreadable("is badly quoted"));
        } catch (UncheckedIOException e) {
            throw broken(Objects.requireNonNull(e.getCause()));
        }
        if (handler.hasOpenQuote()) {
            throw unreadable("has a quote that never closes");
        }
        lastLine = handler.isEndOfText() ? lastLine : record().line();
        return !handler.isEndOfText();
    }

    private Refusal broken(IOException e) {
        return e instanceof MalformedInputException
                ? unreadable("holds bytes that are no UTF-8")
                : source.broken(lastLine == 0 ? "the start" : "line " + lastLine, e);
    }

    private Refusal unreadable(String what) {
        return TextErrors.unreadable(uri, "the record of line " + record().line() + " " + what);
    }

    private void refuseOtherHeader() {
        if (nextOfPart() && !names().equals(header)) {
            throw TextErrors.unreadable(uri, "the CSV files in the zip have different headers");
        }
    }

    private List<String> names() {
        CsvRecord record = handler.record();
        return IntStream.range(0, record.fields()).mapToObj(record::text).toList();
    }

    @Override
    public void close() {
        source.close();
    }
}
