package io.curlake.jobs.table.upkeep;

import io.curlake.jobs.storage.Storage;
import io.curlake.jobs.storage.listing.ListedFile;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files of a table's log. Delta's own cleaning runs with checkpoints that Spark writes, never with those of Kernel's
 * {@code Table.checkpoint}; so it is done here, by the same rule.
 */
record LogFiles(List<ListedFile> files) {
    private static final Pattern OF_A_VERSION = Pattern.compile("(\\d{20})\\.(json|crc|checkpoint\\..+)");
    private static final Pattern COMMIT = Pattern.compile("(\\d{20})\\.json");
    private static final Pattern CHECKPOINT = Pattern.compile("(\\d{20})\\.checkpoint\\.parquet");

    /** What the versions took away, in their order, as far back as the log reaches. */
    List<Removal> removals(Storage storage) {
        return files.stream()
                .filter(file -> version(COMMIT, file) >= 0)
                .sorted(Comparator.comparing(ListedFile::path))
                .toList()
                .parallelStream()
                .flatMap(file -> Removal.in(storage.read(file.uri()), file.modified()).stream())
                .toList();
    }

    /**
     * The files of versions that lie before a checkpoint which itself is older than that: the version that was the newest
     * one then, and all later ones, are read without them.
     */
    List<ListedFile> expired(Instant cutoff) {
        List<ListedFile> old =
                files.stream().filter(file -> !file.modified().isAfter(cutoff)).toList();
        OptionalLong checkpoint =
                old.stream().mapToLong(file -> version(CHECKPOINT, file)).max();
        return old.stream()
                .filter(file -> version(OF_A_VERSION, file) >= 0)
                .filter(file -> version(OF_A_VERSION, file) < checkpoint.orElse(-1))
                .toList();
    }

    /** What a run that was killed while it wrote a version or a checkpoint left. */
    List<ListedFile> unfinished(Instant cutoff) {
        return files.stream()
                .filter(file -> file.name().startsWith(".") && file.name().endsWith(".tmp"))
                .filter(file -> !file.modified().isAfter(cutoff))
                .toList();
    }

    /** -1 where the name is no such one. */
    private static long version(Pattern pattern, ListedFile file) {
        Matcher name = pattern.matcher(file.name());
        return name.matches() ? Long.parseLong(name.group(1)) : -1;
    }
}
