package io.curlake.jobs.run.upkeep;

import io.curlake.jobs.table.TableName;
import io.curlake.jobs.table.upkeep.Leftover;
import io.curlake.jobs.table.upkeep.Reason;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The files of a table that went for one reason. */
public record Freed(TableName table, Reason reason, long files, long bytes) {
    static List<Freed> of(TableName table, List<Leftover> leftovers) {
        Map<Reason, List<Leftover>> byReason =
                leftovers.stream().collect(Collectors.groupingBy(Leftover::reason, TreeMap::new, Collectors.toList()));
        return byReason.entrySet().stream()
                .map(e -> new Freed(
                        table,
                        e.getKey(),
                        e.getValue().size(),
                        e.getValue().stream().mapToLong(Leftover::size).sum()))
                .toList();
    }
}
