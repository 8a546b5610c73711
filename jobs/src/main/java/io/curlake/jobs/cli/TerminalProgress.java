package io.curlake.jobs.cli;

import io.curlake.jobs.export.Delivery;
import io.curlake.jobs.run.PeriodResult;
import io.curlake.jobs.run.Progress;
import io.curlake.jobs.run.Step;
import io.curlake.jobs.table.Partition;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.SparkStageInfo;
import org.apache.spark.api.java.JavaSparkStatusTracker;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.SparkSession;

/**
 * Progress on stderr: on a terminal one line that moves (period, activity, rows, rows a second, time left), elsewhere a
 * plain line per step.
 */
@SuppressWarnings("SystemConsoleNull") // curlake runs on JDK 17, where it is null without a terminal
final class TerminalProgress implements Progress, AutoCloseable {
    private static final String BLANK_LINE = "\r" + " ".repeat(100) + "\r";

    private final PrintWriter err;
    private final boolean isTerminal = System.console() != null;
    private final SparkSession spark;
    private final RowCounter rows = new RowCounter();
    private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "progress");
        thread.setDaemon(true);
        return thread;
    });
    private volatile String title = "";
    private volatile String activity = "";
    private volatile long stepStart = System.nanoTime();

    TerminalProgress(SparkSession spark, PrintWriter err) {
        this.spark = spark;
        this.err = err;
        spark.sparkContext().addSparkListener(rows);
        if (isTerminal) {
            Object unused = ticks.scheduleAtFixedRate(this::tick, 500, 500, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void notice(String sentence) {
        err.println(sentence);
    }

    @Override
    public void loading(Delivery delivery) {
        title = delivery.source() + " " + delivery.period();
        plain(String.format(
                Locale.ROOT,
                "%s: loading delivery %s, %s, %,d bytes",
                title,
                delivery.id(),
                files(delivery),
                delivery.bytes()));
        begin(Step.PINNED);
    }

    @Override
    public void masking(Delivery delivery) {
        title = delivery.source() + " " + delivery.period();
        plain(title + ": other accounts are connected, masking " + files(delivery) + " anew");
        begin(Step.PINNED);
    }

    private static String files(Delivery delivery) {
        int files = delivery.files().size();
        return files + (files == 1 ? " file" : " files");
    }

    @Override
    public void reached(Step step, Partition partition) {
        plain(String.format(Locale.ROOT, "%s: %s done, %.1f s", title, step.activity(), seconds()));
        Step[] steps = Step.values();
        int next = Arrays.asList(steps).indexOf(step) + 1;
        if (next < steps.length) {
            begin(steps[next]);
        }
    }

    @Override
    public void done(PeriodResult result) {
        activity = "";
        if (isTerminal) {
            err.print(BLANK_LINE);
            err.flush();
        }
    }

    @Override
    public void close() {
        ticks.shutdownNow();
        spark.sparkContext().removeSparkListener(rows);
        clear();
    }

    /** Takes the moving line off the terminal. */
    void clear() {
        if (isTerminal && !activity.isEmpty()) {
            err.print(BLANK_LINE);
            err.flush();
        }
        activity = "";
    }

    private void begin(Step step) {
        activity = step.activity();
        stepStart = System.nanoTime();
        rows.count.set(0);
    }

    private void plain(String line) {
        if (!isTerminal) {
            err.println(line);
        }
    }

    private void tick() {
        if (activity.isEmpty()) {
            return;
        }
        String line = title + " · " + activity + rowsPerSecond() + timeLeft();
        err.print(BLANK_LINE + line);
        err.flush();
    }

    /** Nothing while no task has ended: a file's rows are told when it is read. */
    private String rowsPerSecond() {
        long count = rows.count.get();
        return count == 0
                ? String.format(Locale.ROOT, " · %.0f s", seconds())
                : String.format(Locale.ROOT, " · %,d rows · %,.0f rows/s", count, count / Math.max(seconds(), 0.001));
    }

    /** From the share of the running stage's tasks that are done; nothing while none is. */
    private String timeLeft() {
        JavaSparkStatusTracker tracker = new JavaSparkStatusTracker(spark.sparkContext());
        return Arrays.stream(tracker.getActiveStageIds())
                .mapToObj(id -> Optional.ofNullable(tracker.getStageInfo(id)))
                .flatMap(Optional::stream)
                .filter(stage -> stage.numCompletedTasks() > 0)
                .findFirst()
                .map(this::timeLeft)
                .orElse("");
    }

    private String timeLeft(SparkStageInfo stage) {
        int left = stage.numTasks() - stage.numCompletedTasks();
        return String.format(Locale.ROOT, " · about %.0f s left", seconds() * left / stage.numCompletedTasks());
    }

    private double seconds() {
        return (System.nanoTime() - stepStart) / 1e9;
    }

    /** Rows read by tasks that ended since the step began. */
    private static final class RowCounter extends SparkListener {
        private final AtomicLong count = new AtomicLong();

        @Override
        public void onTaskEnd(SparkListenerTaskEnd end) {
            if (end.taskMetrics() != null) {
                count.addAndGet(end.taskMetrics().inputMetrics().recordsRead());
            }
        }
    }
}
