package io.curlake.jobs.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.UUID;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FSDataOutputStreamBuilder;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options.CreateFileOptionKeys;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.s3a.AWSServiceIOException;
import org.apache.hadoop.fs.s3a.RemoteFileChangedException;

/**
 * Creates an object only where there is none: of any number of writers exactly one succeeds, and readers see the whole
 * content or nothing. On S3 a {@code PUT} with {@code If-None-Match: *}, on a local disk a hard link to a complete file
 * (Hadoop's own local create looks first and writes later).
 */
public final class ConditionalCreate {
    private static final int PRECONDITION_FAILED = 412;
    private static final int CONFLICT = 409;
    private static final int ATTEMPTS = 5;

    private final Storage storage;

    public ConditionalCreate(Storage storage) {
        this.storage = storage;
    }

    /**
     * Creates the object with that content.
     *
     * @throws FileAlreadyExistsException where there is one with another content
     */
    public void create(String uri, byte[] content) throws IOException {
        Path path = Storage.path(uri);
        FileSystem fileSystem = storage.fileSystem(uri);
        switch (fileSystem.getScheme()) {
            case "file" -> link(local(path.getParent()), path.getName(), content);
            case "s3a", "s3" -> put(fileSystem, path, content);
            default ->
                throw new IOException(
                        "there is no conditional create for '" + fileSystem.getScheme() + "'; use a local path or s3a");
        }
    }

    private static java.nio.file.Path local(Path path) {
        return java.nio.file.Path.of(path.toUri().getPath());
    }

    private static void link(java.nio.file.Path folder, String name, byte[] content) throws IOException {
        Files.createDirectories(folder);
        java.nio.file.Path whole = folder.resolve("." + name + "." + UUID.randomUUID() + ".tmp");
        try {
            writeToDisk(whole, content);
            Files.createLink(folder.resolve(name), whole);
        } finally {
            Files.deleteIfExists(whole);
        }
    }

    private static void writeToDisk(java.nio.file.Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    /** S3 answers 409 where two conditional writes meet, which says nothing about who won: ask again. */
    private static void put(FileSystem fileSystem, Path path, byte[] content) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                putOnce(fileSystem, path, content);
                return;
            } catch (IOException e) {
                if (!isStatus(e, PRECONDITION_FAILED) && !isStatus(e, CONFLICT)) {
                    throw e;
                }
                if (isStatus(e, PRECONDITION_FAILED) || attempt == ATTEMPTS) {
                    refuseOther(fileSystem, path, content, e);
                    return;
                }
            }
        }
    }

    private static void putOnce(FileSystem fileSystem, Path path, byte[] content) throws IOException {
        FSDataOutputStreamBuilder<?, ?> builder = fileSystem.createFile(path);
        // Overwriting spares the look for an older object, which the condition makes superfluous.
        builder.create().overwrite(true).recursive();
        builder.must(CreateFileOptionKeys.FS_OPTION_CREATE_CONDITIONAL_OVERWRITE, true);
        FSDataOutputStream out = builder.build();
        try {
            out.write(content);
        } catch (IOException | RuntimeException e) {
            out.abort();
            throw e;
        }
        out.close();
    }

    /** A request whose answer was lost is sent again by the client and then meets the object it made itself. */
    private static void refuseOther(FileSystem fileSystem, Path path, byte[] content, IOException refused)
            throws IOException {
        try (InputStream in = fileSystem.open(path)) {
            if (Arrays.equals(in.readAllBytes(), content)) {
                return;
            }
        }
        FileAlreadyExistsException exists = new FileAlreadyExistsException(path.toString());
        exists.initCause(refused);
        throw exists;
    }

    private static boolean isStatus(IOException e, int status) {
        return e instanceof RemoteFileChangedException
                ? status == PRECONDITION_FAILED
                : e instanceof AWSServiceIOException service && service.statusCode() == status;
    }
}
