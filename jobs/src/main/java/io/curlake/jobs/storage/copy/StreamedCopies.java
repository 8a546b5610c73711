package io.curlake.jobs.storage.copy;

import io.curlake.jobs.storage.Storage;
import io.curlake.jobs.storage.StorageErrors;
import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Serializable;
import java.io.StringWriter;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/**
 * Copies whose bytes pass through Spark's executors, one task for each object. A task whose copy fails tells so and ends
 * well: were the job to fail, its other tasks would still be writing when the copies are removed.
 */
final class StreamedCopies {
    private static final String DESCRIPTION = "spark.job.description";

    private final SparkSession spark;
    private final Storage storage;
    private final Targets targets;

    StreamedCopies(SparkSession spark, Storage storage, Targets targets) {
        this.spark = spark;
        this.storage = storage;
        this.targets = targets;
    }

    /** Throws the failure of the first object that could not be copied. */
    void make(List<PlannedCopy> copies) {
        if (copies.isEmpty()) {
            return;
        }
        copies.forEach(copy -> targets.begin(copy.target()));
        SparkContext context = spark.sparkContext();
        String before = context.getLocalProperty(DESCRIPTION);
        context.setLocalProperty(DESCRIPTION, description(copies));
        try {
            List<Failure> failures = run(copies);
            if (!failures.isEmpty()) {
                throw failures.get(0).refusal();
            }
        } finally {
            context.setLocalProperty(DESCRIPTION, before);
        }
    }

    private List<Failure> run(List<PlannedCopy> copies) {
        Storage store = storage;
        return JavaSparkContext.fromSparkContext(spark.sparkContext())
                .parallelize(copies, copies.size())
                .flatMap(copy -> failure(store, copy))
                .collect();
    }

    private static Iterator<Failure> failure(Storage storage, PlannedCopy copy) {
        try {
            new StreamedCopy(storage, copy).make();
            return List.<Failure>of().iterator();
        } catch (Refusal e) {
            return List.of(Failure.of(e)).iterator();
        }
    }

    private static String description(List<PlannedCopy> copies) {
        String target = copies.get(0).target();
        return "copy: stream " + copies.size() + " objects to "
                + StorageErrors.shown(target.substring(0, target.lastIndexOf('/')));
    }

    /** A refusal on its way to the driver: not every cause of one can be serialized. */
    private record Failure(ExitCode exitCode, String message, String stackTrace) implements Serializable {
        static Failure of(Refusal refusal) {
            StringWriter stackTrace = new StringWriter();
            refusal.printStackTrace(new PrintWriter(stackTrace));
            return new Failure(refusal.exitCode(), String.valueOf(refusal.getMessage()), stackTrace.toString());
        }

        Refusal refusal() {
            return new Refusal(exitCode, message, new IOException("on an executor: " + stackTrace));
        }
    }
}
