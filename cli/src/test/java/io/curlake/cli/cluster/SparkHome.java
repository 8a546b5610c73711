package io.curlake.cli.cluster;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a machine with Spark has, and curlake's own machine does not give it: Spark, Hadoop, S3A and the AWS SDK, and none of
 * what the jobs jar brings along.
 */
record SparkHome(Path folder) {
    /** Groups that the jobs jar holds, or that no cluster has. */
    private static final List<String> NOT_OF_A_CLUSTER = List.of(
            "/io/curlake/",
            "/io/delta/",
            "/io/unitycatalog/",
            "/de/siegmar/",
            "/ch/randelshofer/",
            "/org/snakeyaml/",
            "/info/picocli/",
            "/com/github/freva/",
            "/org/junit/",
            "/org/assertj/",
            "/com/tngtech/");

    static SparkHome in(Path folder) {
        try {
            Path jars = Files.createDirectories(folder.resolve("jars"));
            for (Path jar : jarsOfACluster()) {
                Files.createSymbolicLink(jars.resolve(jar.getFileName()), jar);
            }
            Files.createDirectories(folder.resolve("bin"));
            for (String script : List.of("spark-class", "spark-submit")) {
                install(script, folder.resolve("bin").resolve(script));
            }
            return new SparkHome(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A process of Spark in a folder of its own, without the credentials of this one, and in another time zone. */
    ProcessBuilder process(Path workingDirectory, String script, List<String> arguments) {
        ProcessBuilder builder = new ProcessBuilder(
                        folder.resolve("bin").resolve(script).toString())
                .directory(workingDirectory.toFile());
        builder.command().addAll(arguments);
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("AWS_"));
        environment.put("TZ", "Asia/Kathmandu");
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("SPARK_LOCAL_IP", "127.0.0.1");
        environment.put("SPARK_DAEMON_MEMORY", "256m");
        environment.put("SPARK_DAEMON_JAVA_OPTS", "-XX:TieredStopAtLevel=1");
        return builder;
    }

    private static List<Path> jarsOfACluster() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> entry.endsWith(".jar"))
                .filter(entry -> NOT_OF_A_CLUSTER.stream().noneMatch(entry::contains))
                // Modules of ours that stand on the class path as jars.
                .filter(entry -> !entry.matches(".*/curlake-[a-z]+-[^/]*\\.jar"))
                .map(Path::of)
                .distinct()
                .toList();
    }

    private static void install(String script, Path target) throws IOException {
        try (InputStream in = Objects.requireNonNull(SparkHome.class.getResourceAsStream(script), script)) {
            Files.copy(in, target);
        }
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
