package io.curlake.cli.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The machine that submits: a folder with the jar and {@code conf}, where the documented command works as it stands. */
final class DriverMachine {
    static final Path JAR = Path.of("jobs/target/curlake-jobs-0.1.0-spark.jar");

    /** Small, and on one machine with all the others; a process this short gains nothing from the second compiler. */
    private static final List<String> FOR_THE_TEST = List.of(
            "--conf", "spark.driver.host=127.0.0.1",
            "--conf", "spark.driver.bindAddress=127.0.0.1",
            "--conf", "spark.driver.extraJavaOptions=-XX:TieredStopAtLevel=1",
            "--conf", "spark.executor.extraJavaOptions=-XX:TieredStopAtLevel=1",
            "--conf", "spark.sql.shuffle.partitions=2",
            // Without it one executor may have done everything before the other is there.
            "--conf", "spark.scheduler.minRegisteredResourcesRatio=1.0");

    private final Path folder;
    private final SparkHome home;
    private final DocumentedCommand command;
    private final Map<String, String> environment;
    private int submissions;

    private DriverMachine(Path folder, SparkHome home, DocumentedCommand command, Map<String, String> environment) {
        this.folder = folder;
        this.home = home;
        this.command = command;
        this.environment = Map.copyOf(environment);
    }

    static DriverMachine in(Path folder, SparkHome home, String master, Map<String, String> environment) {
        DocumentedCommand command = DocumentedCommand.below("## A standalone cluster")
                .with("--master", master)
                .with("--driver-memory", "1g")
                .with("--executor-memory", "512m")
                .with("--executor-cores", "1")
                .with("--total-executor-cores", "2")
                .adding(FOR_THE_TEST);
        try {
            Files.createDirectories(folder.resolve(JAR).getParent());
            Files.createSymbolicLink(
                    folder.resolve(JAR), Path.of("..").resolve(JAR).toAbsolutePath());
            Files.createDirectories(folder.resolve("conf"));
            Files.copy(Path.of("../conf/spark-defaults.conf"), folder.resolve("conf/spark-defaults.conf"));
            return new DriverMachine(folder, home, command, environment);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(String file, String content) {
        try {
            Files.writeString(folder.resolve(file), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Submission start(String... verb) {
        return start(List.of(), verb);
    }

    Submission start(List<String> options, String... verb) {
        List<String> arguments = new ArrayList<>(command.adding(options).submitting(List.of(verb)));
        ProcessBuilder builder = home.process(folder, "spark-submit", arguments);
        builder.environment().putAll(environment);
        submissions++;
        return Submission.start(builder, folder, submissions + "-" + verb[0]);
    }

    Submission.Ended submit(String... verb) {
        return start(verb).end();
    }

    /** What Spark wrote about the applications that were told to keep a record in this folder. */
    List<String> events(Path record) {
        try (Stream<Path> files = Files.walk(record)) {
            List<String> lines = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .toList()) {
                lines.addAll(Files.readAllLines(file));
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
