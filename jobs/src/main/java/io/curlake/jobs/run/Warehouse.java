package io.curlake.jobs.run;

import io.curlake.jobs.run.record.Invocation;
import io.curlake.jobs.run.record.StageLog;
import io.curlake.jobs.storage.Storage;
import io.curlake.jobs.storage.lock.LockTiming;
import io.curlake.jobs.storage.lock.WarehouseLock;
import io.curlake.jobs.table.TableName;
import io.curlake.jobs.table.Tables;
import io.curlake.model.config.CurlakeConfig;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Where a use case works: the session, the stores, the tables, the configuration and the time.
 *
 * @param invocation of the verb that is running; empty for a use case that code calls, whose runs are not remembered
 */
public record Warehouse(
        SparkSession spark,
        Storage storage,
        Tables tables,
        CurlakeConfig config,
        Clock clock,
        Optional<Invocation> invocation) {
    public Warehouse(SparkSession spark, Storage storage, Tables tables, CurlakeConfig config, Clock clock) {
        this(spark, storage, tables, config, clock, Optional.empty());
    }

    public static Warehouse open(SparkSession spark, CurlakeConfig config, Clock clock) {
        Storage storage = new Storage(spark.sparkContext().hadoopConfiguration());
        return new Warehouse(
                spark, storage, new Tables(spark, storage, Storage.uri(config.warehouse()), clock), config, clock);
    }

    /** Takes the right to write; refuses where another run holds it. */
    public WarehouseLock lock(String verb) {
        LockTiming timing = new LockTiming(clock, LockTiming.DEFAULT.expiry());
        return WarehouseLock.acquire(storage, Storage.uri(config.warehouse()), verb, timing);
    }

    /** The same warehouse for the run that holds the lock. */
    public Warehouse heldBy(WarehouseLock lock) {
        return new Warehouse(spark, storage, tables.fencedBy(lock.token()), config, clock, invocation);
    }

    /** The same warehouse for a verb, whose runs that write are remembered. */
    public Warehouse calledBy(Invocation caller) {
        return new Warehouse(spark, storage, tables, config, clock, Optional.of(caller));
    }

    /** Who is told of stages. */
    public StageLog stages() {
        return invocation.map(Invocation::stages).orElse(StageLog.SILENT);
    }

    /** A few rows, as one partition, in the columns of a table that it is not partitioned by. */
    public Dataset<Row> rows(TableName table, List<Row> rows) {
        return spark.createDataFrame(rows, table.schema())
                .coalesce(1)
                .drop(table.partitionColumns().toArray(String[]::new));
    }
}
