package io.curlake.cli.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A master or a worker in a process of its own, which logs into a file. */
final class SparkDaemon implements AutoCloseable {
    private static final long START_SECONDS = 120;

    private final Process process;
    private final Path log;

    private SparkDaemon(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    static SparkDaemon start(SparkHome home, Path workingDirectory, List<String> arguments) {
        try {
            Path log = Files.createDirectories(workingDirectory).resolve("daemon.log");
            return new SparkDaemon(
                    home.process(workingDirectory, "spark-class", arguments)
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start(),
                    log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the log says that, and gives the first group. */
    String hear(Pattern words) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (true) {
            String said = log();
            List<MatchResult> found = words.matcher(said).results().toList();
            if (!found.isEmpty()) {
                return found.get(0).group(1);
            }
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new AssertionError("It never said " + words + ": " + said);
            }
            Waiting.briefly();
        }
    }

    /** SIGKILL, to it and to the executors that it started. */
    void kill() {
        List<ProcessHandle> executors = process.descendants().toList();
        process.destroyForcibly();
        executors.forEach(ProcessHandle::destroyForcibly);
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        kill();
    }

    private String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
