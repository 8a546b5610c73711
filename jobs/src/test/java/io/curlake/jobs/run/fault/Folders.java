package io.curlake.jobs.run.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** Folders of a test as a whole. */
final class Folders {
    private Folders() {}

    static Path copy(Path from, Path to) {
        for (Path path : content(from)) {
            try {
                Files.copy(path, to.resolve(from.relativize(path)), StandardCopyOption.COPY_ATTRIBUTES);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return to;
    }

    /** A folder, and all that is in it at any depth. */
    static List<Path> content(Path folder) {
        try (Stream<Path> content = Files.walk(folder)) {
            return content.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
