package io.curlake.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where a benchmark works.
 *
 * @param home of curlake
 * @param folder samples, and what is written and measured
 * @param memory the heap of curlake, as the JVM writes it
 */
record Workplace(Path home, Path folder, String memory) {
    /** Runs a verb of curlake as a user does. */
    TimedProcess.Outcome curlake(String... arguments) {
        List<String> command = new ArrayList<>(List.of(home.resolve("curlake").toString()));
        command.addAll(List.of(arguments));
        return process("curlake-" + arguments[0], Map.of("CURLAKE_MEMORY", memory))
                .run(command);
    }

    /** Runs a verb of this program in a JVM of its own, whose heap is small: DuckDB's memory is not in it. */
    TimedProcess.Outcome bench(String... arguments) {
        String java = ProcessHandle.current().info().command().orElse("java");
        List<String> command = new ArrayList<>(List.of(
                java,
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-Duser.timezone=UTC",
                "-cp",
                System.getProperty("java.class.path"),
                Bench.class.getName()));
        command.addAll(List.of(arguments));
        return process("bench-" + arguments[0], Map.of()).run(command);
    }

    /**
     * Runs DuckDB on a sample.
     *
     * @param out what it writes
     * @param options of the hidden verb, and then the accounts whose rows it takes
     */
    TimedProcess.Outcome duckDb(SampleExport sample, Path out, List<String> options) {
        List<String> arguments = new ArrayList<>(List.of(
                "duckdb",
                "--format",
                sample.format().toString(),
                "--bucket",
                sample.bucket().toString(),
                "--out",
                out.toString()));
        arguments.addAll(options);
        return bench(arguments.toArray(String[]::new));
    }

    /** An empty folder of that name, whatever was there before. */
    Path emptyFolder(String name) {
        Path empty = folder.resolve(name);
        delete(empty);
        create(empty);
        return empty;
    }

    static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The size of all files below the folder that end like that. */
    static long bytes(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void create(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TimedProcess process(String name, Map<String, String> environment) {
        System.err.println("bench: " + name.replace('-', ' ') + " …");
        Path logs = folder.resolve("logs");
        create(logs);
        return new TimedProcess(logs.resolve(name), environment);
    }
}
