package io.curlake.jobs.storage.copy;

import io.curlake.jobs.storage.Storage;
import io.curlake.jobs.storage.StorageErrors;
import io.curlake.jobs.storage.StoredObject;
import io.curlake.model.Refusal;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Options.OpenFileOptions;
import org.apache.hadoop.fs.StreamCapabilities;

/** One copy whose bytes pass through this machine. Not every store guards a read, so the source is looked at before and after. */
final class StreamedCopy {
    private static final int BUFFER = 8 * 1024 * 1024;

    private final Storage storage;
    private final StoredObject source;
    private final String target;

    StreamedCopy(Storage storage, PlannedCopy copy) {
        this.storage = storage;
        this.source = copy.source();
        this.target = copy.target();
    }

    void make() {
        requireUnchanged();
        if (source.uri().startsWith("file:") && target.startsWith("file:")) {
            new LocalCopy(source, target).make();
        } else {
            stream();
        }
        requireUnchanged();
    }

    private void requireUnchanged() {
        StoredObject now = storage.find(source.uri()).orElseThrow(() -> CopyErrors.gone(source, null));
        if (now.size() != source.size() || !now.version().equals(source.version())) {
            throw CopyErrors.changed(source, null);
        }
    }

    private void stream() {
        try (InputStream in = storage.open(source, OpenFileOptions.FS_OPTION_OPENFILE_READ_POLICY_WHOLE_FILE)) {
            write(in);
        } catch (IOException e) {
            throw CopyErrors.reading(source, e);
        }
    }

    private void write(InputStream in) throws IOException {
        FSDataOutputStream out = create();
        try {
            byte[] buffer = new byte[BUFFER];
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                write(out, buffer, length);
            }
        } catch (IOException | RuntimeException e) {
            abandon(out, e);
            throw e;
        }
        close(out);
    }

    private FSDataOutputStream create() {
        try {
            FileSystem store = storage.fileSystem(target);
            // Hadoop's own local files have checksum files beside them.
            FileSystem plain = store instanceof LocalFileSystem local ? local.getRaw() : store;
            return plain.create(Storage.path(target), true);
        } catch (IOException e) {
            throw StorageErrors.cannotWrite(target, e);
        }
    }

    private void write(FSDataOutputStream out, byte[] buffer, int length) {
        try {
            out.write(buffer, 0, length);
        } catch (IOException e) {
            throw StorageErrors.cannotWrite(target, e);
        }
    }

    private void close(FSDataOutputStream out) {
        try {
            out.close();
        } catch (IOException e) {
            throw StorageErrors.cannotWrite(target, e);
        }
    }

    /** Closing would make an object of what has come so far. */
    private void abandon(FSDataOutputStream out, Exception failure) {
        try {
            if (out.hasCapability(StreamCapabilities.ABORTABLE_STREAM)) {
                out.abort();
            }
            close(out);
        } catch (Refusal e) {
            failure.addSuppressed(e);
        }
    }
}
