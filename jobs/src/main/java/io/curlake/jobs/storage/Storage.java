package io.curlake.jobs.storage;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileNotFoundException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.EtagSource;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSError;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.FutureDataInputStreamBuilder;
import org.apache.hadoop.fs.Options.OpenFileOptions;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.s3a.S3AFileStatus;
import org.apache.hadoop.util.functional.FutureIO;
import org.jspecify.annotations.Nullable;

/**
 * Objects by their URI, on S3 or a local disk. Every URI is taken literally: nothing is globbed, and {@code :} in a key
 * is a character like any other. Travels to executors with its settings. Failures are {@link StorageErrors}.
 */
public final class Storage implements Serializable {
    /** The last that came to this process: tasks of a run share its settings, because reading them takes longer than most tasks. */
    private static final AtomicReference<@Nullable Storage> RECEIVED = new AtomicReference<>();

    private transient Configuration settings;

    /** The settings as they travel, written once: a job is serialized several times, and they take longer than all else. */
    private byte @Nullable [] written;

    public Storage(Configuration settings) {
        this.settings = settings;
    }

    /** The Hadoop settings that reach the stores. */
    public Configuration settings() {
        return settings;
    }

    /** The objects directly in a folder, by name; none where the folder does not exist. */
    public List<StoredObject> files(String folder) {
        return list(folder).stream()
                .filter(FileStatus::isFile)
                .map(Storage::stored)
                .sorted((a, b) -> a.uri().compareTo(b.uri()))
                .toList();
    }

    /** The names of the folders directly in a folder, sorted; none where the folder does not exist. */
    public List<String> folders(String folder) {
        return list(folder).stream()
                .filter(FileStatus::isDirectory)
                .map(status -> status.getPath().getName())
                .sorted()
                .toList();
    }

    /** The object as it is now; empty where there is none. */
    public Optional<StoredObject> find(String uri) {
        try {
            FileStatus status = fileSystem(uri).getFileStatus(path(uri));
            return status.isFile() ? Optional.of(stored(status)) : Optional.empty();
        } catch (FileNotFoundException e) {
            StorageErrors.refuseUnknownBucket(uri, e);
            return Optional.empty();
        } catch (IOException e) {
            throw StorageErrors.cannotRead(uri, e);
        }
    }

    /** Whether there is a folder of that name. */
    public boolean isFolder(String uri) {
        try {
            return fileSystem(uri).getFileStatus(path(uri)).isDirectory();
        } catch (FileNotFoundException e) {
            StorageErrors.refuseUnknownBucket(uri, e);
            return false;
        } catch (IOException e) {
            throw StorageErrors.cannotRead(uri, e);
        }
    }

    /** When the object was last written, as the store says; empty where there is none. */
    public Optional<Instant> modified(String uri) {
        try {
            return Optional.of(Instant.ofEpochMilli(
                    fileSystem(uri).getFileStatus(path(uri)).getModificationTime()));
        } catch (FileNotFoundException e) {
            StorageErrors.refuseUnknownBucket(uri, e);
            return Optional.empty();
        } catch (IOException e) {
            throw StorageErrors.cannotRead(uri, e);
        }
    }

    /** Opens an object for reading from its start. */
    public InputStream open(String uri) throws IOException {
        return fileSystem(uri).open(path(uri));
    }

    /**
     * Opens an object as it was when it was looked at: on S3 every read states the etag, and fails with a
     * {@link org.apache.hadoop.fs.s3a.RemoteFileChangedException} where the object has another.
     *
     * @param policy how it will be read, one of Hadoop's {@code fs.option.openfile.read.policy}
     */
    public FSDataInputStream open(StoredObject pinned, String policy) throws IOException {
        Path path = path(pinned.uri());
        FutureDataInputStreamBuilder opening = fileSystem(pinned.uri()).openFile(path);
        opening.opt(OpenFileOptions.FS_OPTION_OPENFILE_READ_POLICY, policy);
        if (pinned.hasEtag() && pinned.uri().startsWith("s3a:")) {
            opening.withFileStatus(Pinned.status(pinned));
        }
        return FutureIO.awaitFuture(opening.build());
    }

    /** The whole content of a small object. */
    public byte[] read(String uri) {
        try (InputStream in = open(uri)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw StorageErrors.cannotRead(uri, e);
        }
    }

    /** The last bytes of an object of that size, fewer where it is smaller. */
    public byte[] tail(String uri, long size, int length) throws IOException {
        try (FSDataInputStream in = fileSystem(uri).open(path(uri))) {
            byte[] bytes = new byte[(int) Math.min(size, length)];
            in.readFully(size - bytes.length, bytes);
            return bytes;
        }
    }

    /** Writes an object, replacing one that is there. */
    public void write(String uri, byte[] content) {
        try (OutputStream out = create(uri)) {
            out.write(content);
        } catch (IOException e) {
            throw StorageErrors.cannotWrite(uri, e);
        }
    }

    /**
     * Writes an object so that readers see the one before or this one, never a part: an object store shows it when it is
     * whole, and on a local disk it is moved to its place.
     */
    public void replace(String uri, byte[] content) {
        if (!uri.startsWith("file:")) {
            write(uri, content);
            return;
        }
        java.nio.file.Path target = java.nio.file.Path.of(uri.substring("file://".length()));
        java.nio.file.Path whole = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID());
        try {
            Files.write(whole, content);
            Files.move(whole, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            whole.toFile().delete();
            throw StorageErrors.cannotWrite(uri, e);
        }
    }

    /** A stream into an object that replaces one that is there; the object appears when the stream is closed. */
    public OutputStream create(String uri) throws IOException {
        return new WrittenObject(fileSystem(uri).create(path(uri), true));
    }

    /** Removes an object or a whole folder; does nothing where there is none. */
    public void delete(String uri) {
        try {
            fileSystem(uri).delete(path(uri), true);
        } catch (IOException e) {
            throw StorageErrors.cannotWrite(uri, e);
        }
    }

    /** Moves an object, creating the folders of its new place. */
    public void move(String from, String to) {
        try {
            FileSystem fileSystem = fileSystem(to);
            fileSystem.mkdirs(path(to).getParent());
            if (!fileSystem.rename(path(from), path(to))) {
                throw new IOException("moving from " + from + " failed");
            }
        } catch (IOException e) {
            throw StorageErrors.cannotWrite(to, e);
        }
    }

    /** The URI as Hadoop's stores write it: a local path gets its scheme, {@code s3://} becomes {@code s3a://}; nothing is escaped. */
    public static String uri(String location) {
        if (location.startsWith("s3://")) {
            return "s3a://" + location.substring("s3://".length());
        }
        return location.matches("[a-z0-9]+:.*")
                ? location
                : "file://" + java.nio.file.Path.of(location).toAbsolutePath().normalize();
    }

    /** The URI as Hadoop takes it, literally. */
    public static Path path(String uri) {
        return new Path(uri);
    }

    /** Hadoop's file system of the object's store. */
    public FileSystem fileSystem(String uri) throws IOException {
        return FileSystem.get(root(uri), settings);
    }

    static StoredObject stored(FileStatus status) {
        String etag = status instanceof EtagSource source ? source.getEtag() : null;
        String version = etag == null || etag.isEmpty() ? StoredObject.NO_ETAG + status.getModificationTime() : etag;
        // Hadoop drops the empty authority of a local URI; objects are compared by URI too.
        String uri = status.getPath().toString().replaceFirst("^file:/(?!/)", "file:///");
        return new StoredObject(uri, status.getLen(), version, etag == null ? "" : Pinned.versionId(status));
    }

    private List<FileStatus> list(String folder) {
        try {
            return new ArrayList<>(Arrays.asList(fileSystem(folder).listStatus(path(folder))));
        } catch (FileNotFoundException e) {
            StorageErrors.refuseUnknownBucket(folder, e);
            return List.of();
        } catch (IOException e) {
            throw StorageErrors.cannotRead(folder, e);
        }
    }

    /** Scheme and bucket only: a whole URI with a colon in its key would have to be escaped first. */
    private static URI root(String uri) {
        int scheme = uri.indexOf("://");
        int end = uri.indexOf('/', scheme + 3);
        return URI.create(end < 0 ? uri : uri.substring(0, end + 1));
    }

    /** Apart, so that local objects need no class of S3A. */
    private static final class Pinned {
        static FileStatus status(StoredObject object) {
            return new S3AFileStatus(object.size(), 0, path(object.uri()), 0, "", object.version(), null);
        }

        /** S3 calls the objects of a bucket that once had versioning, and has it no longer, "null". */
        static String versionId(FileStatus status) {
            String id = status instanceof S3AFileStatus onS3 ? onS3.getVersionId() : null;
            return id == null || id.equals("null") ? "" : id;
        }
    }

    /** What Hadoop throws as an error when the local disk takes no more bytes is a failure like any other here. */
    private static final class WrittenObject extends FilterOutputStream {
        private WrittenObject(OutputStream out) {
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

    private void writeObject(ObjectOutputStream out) throws IOException {
        if (written == null) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            settings.write(new DataOutputStream(bytes));
            written = bytes.toByteArray();
        }
        out.defaultWriteObject();
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        Storage last = RECEIVED.get();
        if (last != null && Arrays.equals(last.written, written)) {
            written = last.written;
            settings = last.settings;
            return;
        }
        settings = new Configuration(false);
        settings.readFields(new DataInputStream(new ByteArrayInputStream(Objects.requireNonNull(written))));
        RECEIVED.set(this);
    }
}
