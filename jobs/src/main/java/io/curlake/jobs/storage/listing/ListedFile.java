package io.curlake.jobs.storage.listing;

import io.curlake.jobs.storage.Storage;
import io.curlake.jobs.storage.StorageErrors;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/**
 * A file somewhere below a folder.
 *
 * @param path below the folder, nothing escaped
 * @param uri where it lies
 */
public record ListedFile(String path, String uri, long size, Instant modified) {
    /** Every file below a folder, at any depth: on S3 one flat listing. None where the folder does not exist. */
    public static List<ListedFile> under(Storage storage, String folder) {
        Path root = Storage.path(folder);
        List<ListedFile> files = new ArrayList<>();
        try {
            FileSystem store = storage.fileSystem(folder);
            if (store instanceof LocalFileSystem) {
                walk(store, root, file -> files.add(of(file, root.toUri().getPath())));
            } else {
                RemoteIterator<LocatedFileStatus> found = store.listFiles(root, true);
                while (found.hasNext()) {
                    files.add(of(found.next(), root.toUri().getPath()));
                }
            }
            return files;
        } catch (FileNotFoundException e) {
            return List.of();
        } catch (IOException e) {
            throw StorageErrors.cannotRead(folder, e);
        }
    }

    /** Hadoop's own walk asks for the permissions of each file on a disk, and starts a process for each. */
    private static void walk(FileSystem disk, Path folder, Consumer<FileStatus> files) throws IOException {
        for (FileStatus status : disk.listStatus(folder)) {
            if (status.isDirectory()) {
                walk(disk, status.getPath(), files);
            } else {
                files.accept(status);
            }
        }
    }

    private static ListedFile of(FileStatus status, String root) {
        String path = status.getPath().toUri().getPath();
        return new ListedFile(
                path.substring(root.length() + 1),
                status.getPath().toString(),
                status.getLen(),
                Instant.ofEpochMilli(status.getModificationTime()));
    }

    /** A URI without its store, by which files of one table are compared: a local one is written in several ways. */
    public static String place(String uri) {
        return Storage.path(uri).toUri().getPath();
    }

    /** The last part of the path. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
