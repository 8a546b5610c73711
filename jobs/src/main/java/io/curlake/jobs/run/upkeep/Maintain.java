package io.curlake.jobs.run.upkeep;

import io.curlake.jobs.run.Progress;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.storage.lock.WarehouseLock;
import io.curlake.jobs.table.Partition;
import io.curlake.jobs.table.Publication;
import io.curlake.jobs.table.TableName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Keeps the warehouse in order, holding its lock. {@code line_item} is never compacted: it holds one file for each
 * delivered one, and an adopted file that is written anew can no longer be masked for other accounts.
 */
public final class Maintain {
    /** So many files of small tables are left alone: each load appends one. */
    private static final int SMALL_FILES = 20;

    private static final List<TableName> APPENDED = List.of(TableName.DELIVERY, TableName.RECONCILIATION);

    private final Warehouse warehouse;
    private final Progress progress;

    public Maintain(Warehouse warehouse, Progress progress) {
        this.warehouse = warehouse;
        this.progress = progress;
    }

    /** What becomes of the rows of unconnected accounts that are masked in {@code line_item}. */
    public enum MaskedRows {
        STAY,
        PURGE
    }

    /**
     * What was done.
     *
     * @param purged how many masked rows each partition lost
     * @param masked how many masked rows each partition holds now
     * @param compacted tables whose small files became one
     * @param retention superseded files that are younger were left
     */
    public record Done(
            Map<Partition, Long> purged, Map<Partition, Long> masked, List<TableName> compacted, Duration retention) {}

    /**
     * Purges where that is asked for, compacts, and removes files that no version of the last while needs: superseded
     * deliveries, old masks, and what a killed run left.
     *
     * @param retention how long a superseded version stays readable; at zero nothing but the newest does
     */
    public Done run(MaskedRows maskedRows, Duration retention) {
        try (WarehouseLock lock = warehouse.lock("maintain")) {
            lock.notice().ifPresent(progress::notice);
            return new Maintain(warehouse.heldBy(lock), progress).run(maskedRows, retention, lock);
        }
    }

    private Done run(MaskedRows maskedRows, Duration retention, WarehouseLock lock) {
        Map<Partition, Long> purged = maskedRows == MaskedRows.PURGE ? purged(lock) : Map.of();
        List<TableName> compacted = compacted(lock);
        for (TableName table : TableName.values()) {
            lock.requireHeld();
            warehouse.tables().removeUnreferenced(table, retention);
        }
        return new Done(purged, masked(), compacted, retention);
    }

    private Map<Partition, Long> purged(WarehouseLock lock) {
        Map<Partition, Long> purged = new LinkedHashMap<>();
        masked().forEach((partition, rows) -> {
            new Purge(warehouse, partition).run(lock::requireHeld);
            progress.notice(partition + ": " + rows + (rows == 1 ? " masked row" : " masked rows") + " purged");
            purged.put(partition, rows);
        });
        return purged;
    }

    private Map<Partition, Long> masked() {
        Map<Partition, Long> masked = new TreeMap<>(Partition.BY_SOURCE_AND_PERIOD);
        warehouse.tables().maskedRows(TableName.LINE_ITEM).forEach(masked::put);
        return masked;
    }

    private List<TableName> compacted(WarehouseLock lock) {
        List<TableName> compacted = new ArrayList<>();
        for (TableName table : APPENDED) {
            Publication whole = warehouse.tables().replaceAll(table);
            if (whole.replacedFiles() > SMALL_FILES) {
                lock.requireHeld();
                whole.write(warehouse.rows(table, warehouse.tables().rows(table)))
                        .keepingRows()
                        .commit("{\"verb\":\"maintain\"}");
                compacted.add(table);
            }
        }
        return compacted;
    }
}
