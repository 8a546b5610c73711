package io.curlake.jobs.cli.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import org.apache.spark.SparkContext;
import org.apache.spark.executor.TaskMetrics;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.SparkSession;

/** What Spark's tasks did while a verb ran. Work that curlake does on the driver itself is not in it. */
final class SparkTotals extends SparkListener implements AutoCloseable {
    private static final long PATIENCE_MILLIS = 10_000;

    private final SparkContext context;
    private final LongAdder tasks = new LongAdder();
    private final LongAdder failedTasks = new LongAdder();
    private final LongAdder rowsRead = new LongAdder();
    private final LongAdder bytesRead = new LongAdder();
    private final LongAdder rowsWritten = new LongAdder();
    private final LongAdder bytesWritten = new LongAdder();
    private final LongAdder shuffled = new LongAdder();
    private final LongAdder spilled = new LongAdder();
    private final LongAdder cpuNanos = new LongAdder();
    private final LongAdder gcMillis = new LongAdder();

    private SparkTotals(SparkContext context) {
        this.context = context;
    }

    static SparkTotals listening(SparkSession spark) {
        SparkTotals totals = new SparkTotals(spark.sparkContext());
        spark.sparkContext().addSparkListener(totals);
        return totals;
    }

    @Override
    public void onTaskEnd(SparkListenerTaskEnd end) {
        tasks.increment();
        if (!end.taskInfo().successful()) {
            failedTasks.increment();
        }
        // There are none where an executor was lost.
        TaskMetrics metrics = end.taskMetrics();
        if (metrics != null) {
            rowsRead.add(metrics.inputMetrics().recordsRead());
            bytesRead.add(metrics.inputMetrics().bytesRead());
            rowsWritten.add(metrics.outputMetrics().recordsWritten());
            bytesWritten.add(metrics.outputMetrics().bytesWritten());
            shuffled.add(metrics.shuffleWriteMetrics().bytesWritten());
            spilled.add(metrics.diskBytesSpilled());
            cpuNanos.add(metrics.executorCpuTime());
            gcMillis.add(metrics.jvmGCTime());
        }
    }

    /** Waits until Spark has told of all tasks that are over; after ten seconds the totals are what is known. */
    void settle() {
        try {
            context.listenerBus().waitUntilEmpty(PATIENCE_MILLIS);
        } catch (TimeoutException e) {
            // Totals are for information: what is known by now is told.
            return;
        }
    }

    void addTo(ObjectNode json) {
        json.put("tasks", tasks.sum())
                .put("failed_tasks", failedTasks.sum())
                .put("rows_read", rowsRead.sum())
                .put("bytes_read", bytesRead.sum())
                .put("rows_written", rowsWritten.sum())
                .put("bytes_written", bytesWritten.sum())
                .put("shuffle_bytes", shuffled.sum())
                .put("spilled_bytes", spilled.sum())
                .put("cpu_seconds", Math.round(cpuNanos.sum() / 1e6) / 1e3)
                .put("gc_seconds", gcMillis.sum() / 1e3);
    }

    /** In a line. */
    String words() {
        return String.format(
                Locale.ROOT,
                "Spark: %,d tasks, %,d failed; read %,d rows, %,d bytes; wrote %,d rows, %,d bytes; shuffled %,d bytes, "
                        + "spilled %,d; %.1f s CPU, %.1f s GC.",
                tasks.sum(),
                failedTasks.sum(),
                rowsRead.sum(),
                bytesRead.sum(),
                rowsWritten.sum(),
                bytesWritten.sum(),
                shuffled.sum(),
                spilled.sum(),
                cpuNanos.sum() / 1e9,
                gcMillis.sum() / 1e3);
    }

    @Override
    public void close() {
        context.removeSparkListener(this);
    }
}
