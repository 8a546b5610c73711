package io.curlake.jobs.run.upkeep;

import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.run.history.KnownLoads;
import io.curlake.jobs.run.history.KnownLoads.Load;
import io.curlake.jobs.table.Partition;
import io.curlake.jobs.table.Publication;
import io.curlake.jobs.table.TableName;
import io.curlake.jobs.table.log.Effect;
import io.curlake.jobs.table.log.TableFile;
import io.curlake.jobs.table.staged.StagedFile;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes one file of the many small ones that appending leaves; the rows and the names of done changes stay. */
record Compaction(Warehouse warehouse) {
    /** So many files are left alone: each load appends one, and each run one to {@code run}. */
    private static final int SMALL_FILES = 20;
    /** The same for each period of a partitioned table. */
    private static final int SMALL_FILES_OF_A_PERIOD = 8;

    private static final List<TableName> APPENDED =
            List.of(TableName.DELIVERY, TableName.RECONCILIATION, TableName.RUN);

    List<PlannedChange> changes() {
        KnownLoads loads = KnownLoads.of(warehouse);
        return Stream.concat(
                        APPENDED.stream().flatMap(table -> whole(table).stream()),
                        warehouse.tables().partitions(TableName.RESTATEMENT).stream()
                                .flatMap(period -> restatements(period, loads.newest(period)).stream()))
                .toList();
    }

    private Optional<PlannedChange> whole(TableName table) {
        Publication whole = warehouse.tables().replaceAll(table);
        return whole.replaced().size() <= SMALL_FILES
                ? Optional.empty()
                : Optional.of(new PlannedChange(
                        table,
                        whole.replaced(),
                        Effect.LAYOUT,
                        () -> whole.write(warehouse.tables().read(table).coalesce(1))
                                .keepingRows()
                                .commit(PlannedChange.NOTE)));
    }

    /** A load that is repeated replaces the file that is labelled with the load before: that one stays a file of its own. */
    private Optional<PlannedChange> restatements(Partition partition, Optional<Load> newest) {
        TableName table = TableName.RESTATEMENT;
        Publication settled = warehouse.tables().replace(table, partition, file -> isSettled(file, newest));
        return settled.replaced().size() <= SMALL_FILES_OF_A_PERIOD
                ? Optional.empty()
                : Optional.of(new PlannedChange(
                        table,
                        settled.replaced(),
                        Effect.LAYOUT,
                        () -> settled.write(warehouse
                                        .tables()
                                        .read(table, partition, settled.replaced())
                                        .drop(table.partitionColumns().toArray(String[]::new))
                                        .coalesce(1))
                                .keepingRows()
                                .commit(PlannedChange.NOTE)));
    }

    private static boolean isSettled(TableFile file, Optional<Load> newest) {
        String label = StagedFile.label(file);
        return newest.filter(load -> label.equals(load.loadId()) || label.equals(load.label()))
                .isEmpty();
    }
}
