package io.curlake.jobs.table;

import io.curlake.jobs.storage.Storage;
import io.curlake.jobs.table.log.CommitNote;
import io.curlake.jobs.table.log.NewVersion;
import io.curlake.jobs.table.log.TableLog;
import io.curlake.jobs.table.log.TableState;
import io.curlake.jobs.table.statistics.FileStatistics;
import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import java.nio.file.FileAlreadyExistsException;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;

/** Where a table lies, and what reads and writes there. */
record TableFolder(SparkSession spark, Storage storage, TableName table, String uri) {

    Optional<TableState> newest() {
        return log().newest();
    }

    /** Begins the version that follows; the table is created by it where there is none. */
    NewVersion versionAfter(Optional<TableState> state) {
        NewVersion version = new NewVersion(log(), state, table.tableName());
        return state.isPresent() ? version : version.created(table.schema(), table.partitionColumns(), settings());
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
        return new TableLog(storage, uri);
    }

    private Map<String, String> settings() {
        return table == TableName.LINE_ITEM
                ? Map.of("delta.dataSkippingStatsColumns", String.join(",", FileStatistics.COLUMNS))
                : Map.of();
    }
}
