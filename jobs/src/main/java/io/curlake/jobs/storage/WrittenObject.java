package io.curlake.jobs.storage;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.hadoop.fs.FSError;

/** What Hadoop throws as an error when the local disk takes no more bytes is a failure like any other here. */
final class WrittenObject extends FilterOutputStream {
    WrittenObject(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int value) throws IOException {
        attempt(() -> out.write(value));
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        attempt(() -> out.write(bytes, offset, length));
    }

    @Override
    public void flush() throws IOException {
        attempt(out::flush);
    }

    @Override
    public void close() throws IOException {
        attempt(out::close);
    }

    private interface Attempt {
        void run() throws IOException;
    }

    private static void attempt(Attempt attempt) throws IOException {
        try {
            attempt.run();
        } catch (FSError e) {
            throw new IOException(e.getCause() == null ? e : e.getCause());
        }
    }
}
