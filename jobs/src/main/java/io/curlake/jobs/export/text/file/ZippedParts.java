package io.curlake.jobs.export.text.file;

import io.curlake.jobs.storage.Storage;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The CSV entries of a zip, read in one pass. */
final class ZippedParts implements TextSource.Parts {
    private static final int DIRECTORY_END = 0x06054b50;
    private static final int DIRECTORY_END_SIZE = 22;
    private static final int ENTRY_COUNT = 10;

    private final Storage storage;
    private final String uri;
    private final StoreStream stored;
    private final ZipInputStream zip;
    private int entries;
    private int csvEntries;

    ZippedParts(Storage storage, String uri, StoreStream stored) {
        this.storage = storage;
        this.uri = uri;
        this.stored = stored;
        this.zip = new ZipInputStream(stored);
    }

    @Override
    public Optional<InputStream> next() throws IOException {
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            entries++;
            if (entry.getName().toLowerCase(Locale.ROOT).endsWith(".csv")) {
                csvEntries++;
                return Optional.of(zip);
            }
        }
        if (!stored.hasBegun()) {
            throw TextErrors.empty(uri);
        }
        refuseMissingEntries();
        return Optional.empty();
    }

    /** A zip cut between two entries reads like one that ends there; only its directory at the end knows. */
    private void refuseMissingEntries() throws IOException {
        long size = storage.find(uri).orElseThrow(EOFException::new).size();
        ByteBuffer end = ByteBuffer.wrap(storage.tail(uri, size, 1 << 16)).order(ByteOrder.LITTLE_ENDIAN);
        int at = end.limit() - DIRECTORY_END_SIZE;
        while (at >= 0 && end.getInt(at) != DIRECTORY_END) {
            at--;
        }
        if (at < 0) {
            throw new EOFException("no directory at the end");
        }
        int listed = Short.toUnsignedInt(end.getShort(at + ENTRY_COUNT));
        if (listed != (entries & 0xffff)) {
            throw new IOException("its directory lists " + listed + " entries, " + entries + " can be read");
        }
        if (csvEntries == 0) {
            throw TextErrors.unreadable(uri, "the zip holds no CSV file");
        }
    }
}
