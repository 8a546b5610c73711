package io.curlake.cli.airflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** {@code conf/airflow/curlake_dag.py} in a process of Python that finds a stand-in for Airflow. */
record DagFile(Path folder) {
    private static final Path FILE = Path.of("../conf/airflow/curlake_dag.py");

    /** What the DAG is made of. */
    JsonNode described() {
        return python(resource("describe.py").toString(), FILE.toString());
    }

    /**
     * What came of what a task calls.
     *
     * @param params as JSON
     */
    JsonNode run(String task, String params) {
        return python(resource("run_task.py").toString(), FILE.toString(), task, params);
    }

    /** Makes the verbs of curlake print that and end so; each call is noted. */
    void verbsEnd(int exitCode, String stdout, String stderr) {
        try {
            Files.writeString(folder.resolve("out"), stdout);
            Files.writeString(folder.resolve("err"), stderr);
            Files.writeString(
                    folder.resolve("curlake"),
                    "#!/bin/sh\necho \"$@\" >>" + folder.resolve("calls") + "\ncat " + folder.resolve("out") + "\ncat "
                            + folder.resolve("err") + " >&2\nexit " + exitCode + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The verbs that were called so far, with their arguments. */
    List<String> calls() {
        try {
            Path calls = folder.resolve("calls");
            return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void compile() {
        ended(List.of("-m", "py_compile", FILE.toString()));
    }

    private JsonNode python(String... arguments) {
        try {
            return new ObjectMapper().readTree(ended(List.of(arguments)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String ended(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("python3"));
        command.addAll(arguments);
        Path err = folder.resolve("python.err");
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(err.toFile());
        builder.environment()
                .putAll(Map.of(
                        "PYTHONPATH", resource("stand-in").toString(),
                        "PYTHONPYCACHEPREFIX", folder.resolve("compiled").toString(),
                        "CURLAKE_CONFIG", folder.resolve("curlake.yaml").toString(),
                        "CURLAKE_COMMAND", "sh " + folder.resolve("curlake"),
                        "CURLAKE_REPORT", "/reports/curlake.html"));
        try {
            Process process = builder.start();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(Files.readString(err)).isZero();
            return out;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Path resource(String name) {
        try {
            return Path.of(Objects.requireNonNull(DagFile.class.getResource(name), name)
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
