package io.curlake.jobs.run.upkeep;

import io.curlake.jobs.run.Progress;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.run.record.Stage;
import io.curlake.jobs.run.record.WritingRun;
import io.curlake.jobs.run.upkeep.MaintainRequest.MaskedRows;
import io.curlake.jobs.run.upkeep.MaintainSummary.Outcome;
import io.curlake.jobs.table.Partition;
import io.curlake.jobs.table.TableName;
import io.curlake.jobs.table.log.Effect;
import io.curlake.jobs.table.log.TableFile;
import io.curlake.jobs.table.upkeep.Leftover;
import io.curlake.jobs.table.upkeep.Removal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Keeps the warehouse in order, holding its lock. {@code line_item} is never compacted: it holds one file for each
 * delivered one, and an adopted file that is written anew can no longer be masked for other accounts.
 */
public final class Maintain {
    private final Warehouse warehouse;
    private final Progress progress;

    public Maintain(Warehouse warehouse, Progress progress) {
        this.warehouse = warehouse;
        this.progress = progress;
    }

    /**
     * Removes a source and purges masked rows where that is asked for, lets old deliveries expire, compacts, and removes
     * files that no version of the last while needs.
     */
    public MaintainSummary run(MaintainRequest request) {
        return new WritingRun(warehouse, "maintain", progress::notice)
                .of(
                        (held, lock) -> new Work(held, progress, lock::requireHeld, Outcome.DONE).run(request),
                        MaintainSummary::ended);
    }

    /** What {@link #run} would do; nothing is changed, no lock is taken. */
    public MaintainSummary plan(MaintainRequest request) {
        return new Work(warehouse, progress, () -> {}, Outcome.PLANNED).run(request);
    }

    /** @param beforeChange refuses to go on without the lock */
    private record Work(
            Warehouse warehouse,
            Progress progress,
            Runnable beforeChange,
            Outcome outcome,
            List<PlannedChange> planned) {
        Work(Warehouse warehouse, Progress progress, Runnable beforeChange, Outcome outcome) {
            this(warehouse, progress, beforeChange, outcome, new ArrayList<>());
        }

        MaintainSummary run(MaintainRequest request) {
            AbandonedSources sources = new AbandonedSources(warehouse);
            Optional<AbandonedSource> removed = request.abandoned().map(sources::require);
            removed.ifPresent(source -> make(sources.removal(source)));
            SortedMap<Partition, Long> purged =
                    request.maskedRows() == MaskedRows.PURGE ? purged() : new TreeMap<>(Partition.BY_SOURCE_AND_PERIOD);
            Expiry expiry = Expiry.of(warehouse, request.retention());
            make(expiry.changes());
            List<PlannedChange> compaction = new Compaction(warehouse).changes();
            make(compaction);
            return new MaintainSummary(
                    outcome,
                    purged,
                    masked(),
                    compaction.stream().map(PlannedChange::table).distinct().toList(),
                    expiry.deliveries(),
                    removed,
                    sources.all(),
                    freed(request),
                    request.retention());
        }

        private void make(List<PlannedChange> changes) {
            switch (outcome) {
                case DONE ->
                    changes.forEach(change -> {
                        beforeChange.run();
                        long start = System.nanoTime();
                        change.commit().run();
                        warehouse
                                .stages()
                                .done(Stage.of("maintain", "published")
                                        .at("table", change.table().tableName())
                                        .took((System.nanoTime() - start) / 1e9));
                    });
                case PLANNED -> planned.addAll(changes);
            }
        }

        private SortedMap<Partition, Long> purged() {
            SortedMap<Partition, Long> purged = masked();
            purged.forEach((partition, rows) -> make(List.of(purge(partition, rows))));
            return purged;
        }

        private PlannedChange purge(Partition partition, long rows) {
            List<TableFile> files = warehouse.tables().files(TableName.LINE_ITEM).stream()
                    .filter(file -> Partition.of(file.partition()).equals(partition))
                    .toList();
            return new PlannedChange(TableName.LINE_ITEM, files, Effect.LAYOUT, () -> {
                new Purge(warehouse, partition).run(beforeChange);
                progress.notice(partition + ": " + rows + (rows == 1 ? " masked row" : " masked rows") + " purged");
            });
        }

        private SortedMap<Partition, Long> masked() {
            SortedMap<Partition, Long> masked = new TreeMap<>(Partition.BY_SOURCE_AND_PERIOD);
            masked.putAll(warehouse.tables().maskedRows(TableName.LINE_ITEM));
            return masked;
        }

        private List<Freed> freed(MaintainRequest request) {
            List<Freed> freed = new ArrayList<>();
            for (TableName table : TableName.values()) {
                List<Leftover> leftovers = warehouse.tables().leftovers(table, request.retention(), removals(table));
                freed.addAll(Freed.of(table, leftovers));
                if (outcome == Outcome.DONE) {
                    beforeChange.run();
                    warehouse.tables().delete(leftovers);
                }
            }
            return freed;
        }

        private List<Removal> removals(TableName table) {
            Instant now = warehouse.clock().instant();
            return planned.stream()
                    .filter(change -> change.table() == table)
                    .flatMap(change -> change.removals(now))
                    .toList();
        }
    }
}
