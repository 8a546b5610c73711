package io.curlake.jobs.run;

import io.curlake.jobs.export.Refusals;
import io.curlake.jobs.storage.StorageErrors;
import io.curlake.jobs.table.Partition;
import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import org.apache.spark.SparkThrowable;

/** What a failure means: the refusal inside it, a file that cannot be read, or something nobody foresaw. */
public final class Failures {
    private Failures() {}

    /** @param doing what failed, after "Cannot" */
    public static Refusal of(Throwable failure, String doing) {
        return Refusals.in(failure)
                .orElseGet(() -> new Refusal(
                        isUnreadableFile(failure) ? ExitCode.DELIVERY_UNREADABLE : ExitCode.UNEXPECTED,
                        "Cannot " + doing + ": " + whyAndWhatToDo(failure),
                        failure));
    }

    /** A failure between the commit of {@code line_item} and the end: the next run brings the rest up to it. */
    public static Refusal afterCommit(Throwable failure, Partition partition) {
        return new Refusal(
                Refusals.in(failure).map(Refusal::exitCode).orElse(ExitCode.UNEXPECTED),
                "Cannot finish " + partition + ": line_item holds the new delivery, the tables beside it do not yet. "
                        + "Run again, which repairs that. " + sentence(root(failure)),
                failure);
    }

    private static String whyAndWhatToDo(Throwable failure) {
        return StorageErrors.isFull(failure)
                ? "no space is left on the disk. Nothing was published; make room, or put the warehouse on another disk, "
                        + "and run again."
                : sentence(root(failure))
                        + " Nothing was published; run again, and with --verbose for the stack trace.";
    }

    private static boolean isUnreadableFile(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SparkThrowable spark
                    && String.valueOf(spark.getCondition()).startsWith("FAILED_READ_FILE")) {
                return true;
            }
        }
        return false;
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root;
    }

    private static String sentence(Throwable root) {
        String message = String.valueOf(root.getMessage()).strip();
        String named = root.getClass().getSimpleName() + ": "
                + message.lines().findFirst().orElse("");
        return named.endsWith(".") ? named : named + ".";
    }
}
