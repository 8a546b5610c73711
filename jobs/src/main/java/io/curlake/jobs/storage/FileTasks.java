package io.curlake.jobs.storage;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/** Runs a function over files as Spark tasks: a file is never split, and the largest are begun first. */
public final class FileTasks {
    private static final int MOST_TASKS = 1_000;
    private static final int ATTEMPTS = 4;

    private final SparkSession spark;
    private final String description;

    /** @param description what the tasks do, as Spark's user interface shows it */
    public FileTasks(SparkSession spark, String description) {
        this.spark = spark;
        this.description = description;
    }

    /** What is done with a file on an executor. */
    @FunctionalInterface
    public interface FileTask<F, R> extends Serializable {
        R run(F file);
    }

    /**
     * The results in the order of the files. A failure of a task comes with the Refusal among its causes.
     *
     * @param files serializable
     * @param size of a file, in bytes
     * @param task gives a serializable result
     */
    public <F, R> List<R> run(List<F> files, ToLongFunction<F> size, FileTask<F, R> task) {
        if (files.isEmpty()) {
            return List.of();
        }
        List<Group<F>> groups = groups(files, size);
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        String before = context.getLocalProperty("spark.job.description");
        spark.sparkContext().setJobDescription(description);
        try {
            return context.parallelize(groups, groups.size()).map(group -> group.run(task)).collect().stream()
                    .flatMap(List::stream)
                    .sorted(Comparator.comparingInt(Numbered::number))
                    .map(Numbered::value)
                    .toList();
        } finally {
            spark.sparkContext().setJobDescription(before);
        }
    }

    /** What {@link #run} would give, left on the executors until it is asked for, in no order. */
    public <F, R> JavaRDD<R> lazily(List<F> files, ToLongFunction<F> size, FileTask<F, R> task) {
        List<Group<F>> groups = groups(files, size);
        return JavaSparkContext.fromSparkContext(spark.sparkContext())
                .parallelize(groups, Math.max(1, groups.size()))
                .flatMap(group -> group.run(task).iterator())
                .map(Numbered::value);
    }

    /** One group for each file; where there are thousands, groups of about the same size. */
    private static <F> List<Group<F>> groups(List<F> files, ToLongFunction<F> size) {
        Stream<Numbered<F>> largestFirst = IntStream.range(0, files.size())
                .mapToObj(i -> new Numbered<>(i, files.get(i)))
                .sorted(Comparator.comparingLong((Numbered<F> file) -> size.applyAsLong(file.value()))
                        .reversed());
        PriorityQueue<Group<F>> groups = new PriorityQueue<>(Comparator.comparingLong(group -> group.size));
        List<Group<F>> inOrder = new ArrayList<>();
        largestFirst.forEach(file -> {
            Group<F> group = inOrder.size() < MOST_TASKS ? new Group<>() : groups.remove();
            if (group.files.isEmpty()) {
                inOrder.add(group);
            }
            group.files.add(file);
            group.size += size.applyAsLong(file.value());
            groups.add(group);
        });
        return inOrder;
    }

    private record Numbered<T>(int number, T value) implements Serializable {}

    private static final class Group<F> implements Serializable {
        private final ArrayList<Numbered<F>> files = new ArrayList<>();
        private long size;

        <R> List<Numbered<R>> run(FileTask<F, R> task) {
            List<Numbered<R>> results = new ArrayList<>();
            files.forEach(file -> results.add(new Numbered<>(file.number(), attempt(task, file.value()))));
            return results;
        }

        /** S3A reads again what was cut off, but not where it reads several ranges of a file at once, as Parquet does. */
        private static <F, R> R attempt(FileTask<F, R> task, F file) {
            for (int attempt = 1; ; attempt++) {
                try {
                    return task.run(file);
                } catch (RuntimeException e) {
                    if (attempt == ATTEMPTS || !wasCutOff(e)) {
                        throw e;
                    }
                }
            }
        }

        /** By its name: whether the class is shaded depends on how the AWS SDK is packaged. */
        private static boolean wasCutOff(Throwable failure) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause.getClass().getSimpleName().equals("ConnectionClosedException")) {
                    return true;
                }
            }
            return false;
        }
    }
}
