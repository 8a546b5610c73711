package io.curlake.jobs.export.text.file;

import io.curlake.jobs.storage.Storage;
import io.curlake.jobs.storage.StorageErrors;
import io.curlake.model.Refusal;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Arrays;
import java.util.Optional;

/** The decompressed content of a file: one part, or one for each CSV entry of a zip. */
public final class TextSource implements Closeable {
    private static final byte[] UTF8_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final String uri;
    private final StoreStream stored;
    private final Parts parts;

    /** Gives one part after the other; the caller has read a part to its end before it asks for the next. */
    interface Parts {
        Optional<InputStream> next() throws IOException;
    }

    private TextSource(String uri, StoreStream stored, Parts parts) {
        this.uri = uri;
        this.stored = stored;
        this.parts = parts;
    }

    /** Refuses what the store does not give; a broken content shows while it is read. */
    public static TextSource open(Storage storage, String uri) {
        try {
            StoreStream stored = new StoreStream(uri, storage.open(uri));
            return new TextSource(uri, stored, parts(storage, uri, stored));
        } catch (IOException e) {
            throw StorageErrors.cannotRead(uri, e);
        }
    }

    private static Parts parts(Storage storage, String uri, StoreStream stored) {
        return switch (Compression.of(uri)) {
            case NONE -> new OnePart(stored, in -> in);
            case GZIP -> new OnePart(stored, OnePart::gunzip);
            case ZIP -> new ZippedParts(storage, uri, stored);
        };
    }

    /** The next part without its byte order mark; empty after the last. Refuses a file without a byte. */
    public Optional<InputStream> nextPart() throws IOException {
        try {
            Optional<InputStream> part = parts.next();
            return part.isPresent() ? Optional.of(withoutMark(part.get())) : part;
        } catch (IOException e) {
            if (stored.hasBegun()) {
                throw e;
            }
            throw TextErrors.empty(uri);
        }
    }

    private static InputStream withoutMark(InputStream part) throws IOException {
        PushbackInputStream text = new PushbackInputStream(part, UTF8_MARK.length);
        byte[] start = text.readNBytes(UTF8_MARK.length);
        if (!Arrays.equals(start, UTF8_MARK)) {
            text.unread(start);
        }
        return text;
    }

    /** The refusal of this file for a failure after {@code position}, "line 7". */
    public Refusal broken(String position, IOException e) {
        return TextErrors.broken(uri, position, e);
    }

    @Override
    public void close() {
        try {
            stored.close();
        } catch (IOException e) {
            throw StorageErrors.cannotRead(uri, e);
        }
    }
}
