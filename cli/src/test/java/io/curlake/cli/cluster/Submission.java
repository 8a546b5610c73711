package io.curlake.cli.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A spark-submit under way. */
record Submission(Process process, Path out, Path err) {
    /** What became of a submission. */
    record Ended(int exitCode, String out, String err) {
        /** The last line of the output, which is the summary in JSON. */
        String json() {
            return out.lines().reduce((before, last) -> last).orElse("");
        }
    }

    static Submission start(ProcessBuilder builder, Path logs, String name) {
        Path out = logs.resolve(name + ".out");
        Path err = logs.resolve(name + ".err");
        try {
            return new Submission(
                    builder.redirectOutput(out.toFile())
                            .redirectError(err.toFile())
                            .start(),
                    out,
                    err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isRunning() {
        return process.isAlive();
    }

    Ended end() {
        try {
            int exitCode = process.waitFor();
            return new Ended(exitCode, Files.readString(out), Files.readString(err));
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
