package io.curlake.jobs.run.fault;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/**
 * The local file system, on a disk that takes so many bytes more. What comes then goes to {@code /dev/full}, so that the
 * failure is the operating system's own, and what Hadoop makes of it. Hadoop creates it.
 */
public final class FullDisk extends LocalFileSystem {
    private static final AtomicLong LEFT = new AtomicLong(Long.MAX_VALUE);

    /** What the settings reach from here on, until {@link #hasRoom}. */
    static void in(Configuration settings) {
        settings.set("fs.file.impl", FullDisk.class.getName());
        settings.setBoolean("fs.file.impl.disable.cache", true);
    }

    static void takes(long bytes) {
        LEFT.set(bytes);
    }

    static void hasRoom(Configuration settings) {
        LEFT.set(Long.MAX_VALUE);
        settings.unset("fs.file.impl");
        settings.unset("fs.file.impl.disable.cache");
    }

    @Override
    public FSDataOutputStream create(
            Path path,
            FsPermission permission,
            boolean overwrite,
            int bufferSize,
            short replication,
            long blockSize,
            Progressable progress)
            throws IOException {
        FSDataOutputStream out =
                super.create(path, permission, overwrite, bufferSize, replication, blockSize, progress);
        return new FSDataOutputStream(new Limited(out, getRaw()), statistics);
    }

    private static final class Limited extends FilterOutputStream {
        private final FileSystem disk;

        private Limited(OutputStream out, FileSystem disk) {
            super(out);
            this.disk = disk;
        }

        @Override
        public void write(int value) throws IOException {
            take(1);
            out.write(value);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            take(length);
            out.write(bytes, offset, length);
        }

        private void take(int bytes) throws IOException {
            if (LEFT.addAndGet(-bytes) < 0) {
                try (OutputStream full = disk.create(new Path("file:///dev/full"), true)) {
                    full.write(new byte[bytes]);
                }
                throw new AssertionError("/dev/full took " + bytes + " bytes");
            }
        }
    }
}
