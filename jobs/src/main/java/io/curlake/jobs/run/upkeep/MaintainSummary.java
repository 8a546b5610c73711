package io.curlake.jobs.run.upkeep;

import io.curlake.jobs.run.record.Ended;
import io.curlake.jobs.table.Partition;
import io.curlake.jobs.table.TableName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What was done, or would be.
 *
 * @param purged how many masked rows each partition lost
 * @param masked how many masked rows each partition holds now
 * @param compacted tables whose small files became one
 * @param expired how many deliveries {@code delivered_cost} lost
 * @param removed the source that was removed from every table
 * @param abandoned sources of the tables that the configuration does not have
 * @param freed the files removed, by table and reason
 * @param retention superseded files that are younger were left
 */
public record MaintainSummary(
        Outcome outcome,
        SortedMap<Partition, Long> purged,
        Map<Partition, Long> masked,
        List<TableName> compacted,
        long expired,
        Optional<AbandonedSource> removed,
        List<AbandonedSource> abandoned,
        List<Freed> freed,
        Duration retention) {

    /** What is remembered of the run. */
    Ended ended() {
        return Ended.done(Map.of(
                "rows_purged",
                        purged.values().stream().mapToLong(Long::longValue).sum(),
                "rows_masked",
                        masked.values().stream().mapToLong(Long::longValue).sum(),
                "tables_compacted", (long) compacted.size(),
                "deliveries_expired", expired,
                "files_removed", freed.stream().mapToLong(Freed::files).sum(),
                "bytes_removed", freed.stream().mapToLong(Freed::bytes).sum()));
    }

    /** Whether anything was changed. */
    public enum Outcome {
        DONE,
        PLANNED
    }
}
