package io.curlake.jobs.run.fault;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A {@link SteppingLoad} in a process of its own: told what to do line by line, and killed or stopped by real signals. */
final class TestProcess implements AutoCloseable {
    static final int KILLED = 128 + 9;

    /** A process that lives for seconds is done before generated code pays. */
    private static final List<String> WITHOUT_GENERATED_CODE =
            List.of("-Dspark.sql.codegen.wholeStage=false", "-Dspark.sql.codegen.factoryMode=NO_CODEGEN");

    private final Process process;
    private final BufferedReader out;
    private final Path log;

    private TestProcess(Process process, Path log) {
        this.process = process;
        this.out = process.inputReader(StandardCharsets.UTF_8);
        this.log = log;
    }

    static TestProcess start(Path log, String... options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m"));
        command.addAll(WITHOUT_GENERATED_CODE);
        command.addAll(
                Arrays.asList(System.getProperty("curlake.test.spark.arguments").split(" ", -1)));
        command.add("-Dlog4j2.configurationFile=" + System.getProperty("log4j2.configurationFile"));
        if (Arrays.stream(options).noneMatch(option -> option.startsWith("-Duser.timezone="))) {
            command.add("-Duser.timezone=UTC");
        }
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), SteppingLoad.class.getName()));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(new File(log.toString()))
                    .start();
            return new TestProcess(process, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long id() {
        return process.pid();
    }

    void say(String line) {
        try {
            process.outputWriter().write(line + "\n");
            process.outputWriter().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(logged(), e);
        }
    }

    /** The next line, waited for. */
    String hear() {
        return heard().orElseThrow(() -> new AssertionError("The process ended: " + logged()));
    }

    /** Reads on until a line begins so. */
    String hear(String beginning) {
        String line = hear();
        while (!line.startsWith(beginning)) {
            line = hear();
        }
        return line;
    }

    /** Kills the process, and gives what it had said since. */
    List<String> kill() {
        // Process.destroyForcibly would also close the stream that is still to be read.
        process.toHandle().destroyForcibly();
        List<String> rest = rest();
        if (exitCode() != KILLED) {
            throw new AssertionError("The process ended by itself: " + logged());
        }
        return rest;
    }

    /** The process gets no time from the operating system until it may {@link #goOn}: no thread of it runs. */
    void pause() {
        signal("STOP");
    }

    void goOn() {
        signal("CONT");
    }

    /** Lets the process end, and gives its exit code. */
    int end() {
        try {
            process.outputWriter().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        rest();
        return exitCode();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** To the end: a process whose output nobody reads waits for ever. */
    private List<String> rest() {
        List<String> rest = new ArrayList<>();
        for (Optional<String> line = heard(); line.isPresent(); line = heard()) {
            rest.add(line.get());
        }
        return rest;
    }

    private Optional<String> heard() {
        try {
            return Optional.ofNullable(out.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int exitCode() {
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                throw new AssertionError("The process does not end: " + logged());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void signal(String name) {
        try {
            int exit = new ProcessBuilder("kill", "-" + name, String.valueOf(id()))
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new AssertionError("kill -" + name + " ended with " + exit);
            }
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private String logged() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
