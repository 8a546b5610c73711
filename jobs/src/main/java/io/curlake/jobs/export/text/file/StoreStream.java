package io.curlake.jobs.export.text.file;

import io.curlake.jobs.storage.StorageErrors;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Bytes as stored: a failure of the store is told as one, so that every other failure is the file's own. */
final class StoreStream extends FilterInputStream {
    private final String uri;
    private boolean begun;

    StoreStream(String uri, InputStream in) {
        super(in);
        this.uri = uri;
    }

    @Override
    public int read() {
        try {
            int read = in.read();
            begun |= read >= 0;
            return read;
        } catch (IOException e) {
            throw StorageErrors.cannotRead(uri, e);
        }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
        try {
            int read = in.read(bytes, offset, length);
            begun |= read > 0;
            return read;
        } catch (IOException e) {
            throw StorageErrors.cannotRead(uri, e);
        }
    }

    /** Whether a byte came yet. */
    boolean hasBegun() {
        return begun;
    }
}
