package io.curlake.jobs.table;

import io.curlake.jobs.storage.Storage;
import io.curlake.jobs.table.log.CommitNote;
import io.curlake.jobs.table.log.NewVersion;
import io.curlake.jobs.table.log.SeenVersions;
import io.curlake.jobs.table.log.TableLog;
import io.curlake.jobs.table.log.TableState;
import io.curlake.jobs.table.statistics.FileStatistics;
import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import java.nio.file.FileAlreadyExistsException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;

/**
 * Where a table lies, and what reads and writes there.
 *
 * @param clock the time of what is written
 * @param lock that the run holds; empty for one that holds none
 */
record TableFolder(
        SparkSession spark, Storage storage, TableName table, String uri, Clock clock, Optional<HeldLock> lock) {
    /** The application of all curlake runs in Delta's {@code txn} actions; its version is the token of the run's lock. */
    private static final String WRITER = "curlake";

    /** @param seen what the run has read; without the lock, others may clean logs up meanwhile */
    record HeldLock(long token, SeenVersions seen) {}

    Optional<TableState> newest() {
        return lock.map(held -> held.seen().newest(log())).orElseGet(() -> log().newest());
    }

    /** Begins the version that follows; the table is created by it where there is none. */
    NewVersion versionAfter(Optional<TableState> state) {
        NewVersion version = new NewVersion(log(), state, table.tableName());
        lock.map(HeldLock::token).ifPresent(mine -> {
            refuseIfOvertaken(state, mine);
            version.transaction(WRITER, mine);
        });
        return state.isPresent() ? version : version.created(table.schema(), table.partitionColumns(), settings());
    }

    /** A run that was paused so long that its lock was taken over may have read the table after the other run wrote it. */
    private void refuseIfOvertaken(Optional<TableState> state, long mine) {
        state.flatMap(s -> s.transaction(WRITER)).filter(last -> last > mine).ifPresent(last -> {
            throw new Refusal(
                    ExitCode.LOCKED,
                    "Cannot write to " + table.tableName() + ": a run with a later lock (number " + last
                            + ", this run's is " + mine
                            + ") has written there. Nothing of this run was published; run again.");
        });
    }

    /**
     * Writes a version; where another run came first, nothing was written.
     *
     * @param what is published, in the words of the refusal
     */
    long write(NewVersion version, CommitNote note, String what) {
        try {
            return version.write(note);
        } catch (FileAlreadyExistsException e) {
            throw new Refusal(
                    ExitCode.LOCKED,
                    "Cannot publish " + what + " in " + table.tableName() + ": another run changed the table "
                            + "meanwhile. Nothing of this run was published; run again.",
                    e);
        }
    }

    private TableLog log() {
        return new TableLog(storage, uri, clock);
    }

    private Map<String, String> settings() {
        return table == TableName.LINE_ITEM
                ? Map.of("delta.dataSkippingStatsColumns", String.join(",", FileStatistics.COLUMNS))
                : Map.of();
    }
}
