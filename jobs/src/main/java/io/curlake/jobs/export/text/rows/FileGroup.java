package io.curlake.jobs.export.text.rows;

import io.curlake.jobs.export.text.TextFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.Stream;
import org.apache.spark.sql.connector.read.InputPartition;

/** The files one task reads: one, because a compressed text cannot be split; several only where there are thousands. */
record FileGroup(List<TextFile> files) implements InputPartition {
    private static final int MOST_GROUPS = 2_000;

    /** Spreads files over groups of about the same size, the largest files first so that none is the straggler. */
    static List<FileGroup> spread(List<TextFile> files) {
        Stream<TextFile> largestFirst =
                files.stream().sorted(Comparator.comparingLong(TextFile::size).reversed());
        if (files.size() <= MOST_GROUPS) {
            return largestFirst.map(file -> new FileGroup(List.of(file))).toList();
        }
        PriorityQueue<FileGroup> groups = new PriorityQueue<>(Comparator.comparingLong(FileGroup::size));
        for (int i = 0; i < MOST_GROUPS; i++) {
            groups.add(new FileGroup(new ArrayList<>()));
        }
        largestFirst.forEach(file -> {
            FileGroup smallest = groups.remove();
            smallest.files.add(file);
            groups.add(smallest);
        });
        return List.copyOf(groups);
    }

    private long size() {
        return files.stream().mapToLong(TextFile::size).sum();
    }
}
