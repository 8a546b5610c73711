package io.curlake.jobs.storage.copy;

import io.curlake.jobs.storage.Storage;
import io.curlake.jobs.storage.StorageErrors;
import io.curlake.jobs.storage.StoredObject;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One copy between two local files, made by the operating system. Never a link: the source may be overwritten in place. */
final class LocalCopy {
    private final StoredObject source;
    private final String target;

    LocalCopy(StoredObject source, String target) {
        this.source = source;
        this.target = target;
    }

    void make() {
        try (FileChannel in = FileChannel.open(path(source.uri()), StandardOpenOption.READ)) {
            write(in);
        } catch (IOException e) {
            throw CopyErrors.reading(source, e);
        }
    }

    private void write(FileChannel in) {
        try {
            Path file = path(target);
            Files.createDirectories(file.getParent());
            try (FileChannel out = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                transfer(in, out);
            }
        } catch (IOException e) {
            throw StorageErrors.cannotWrite(target, e);
        }
    }

    private static void transfer(FileChannel in, FileChannel out) throws IOException {
        long position = 0;
        long moved;
        do {
            // One call moves at most 2 GiB.
            moved = in.transferTo(position, Long.MAX_VALUE - position, out);
            position += moved;
        } while (moved > 0);
    }

    private static Path path(String uri) {
        return Path.of(Storage.path(uri).toUri().getPath());
    }
}
