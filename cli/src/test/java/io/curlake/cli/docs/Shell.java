package io.curlake.cli.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Types a line into bash, in a folder where every program of the documentation only notes how it was called. */
final class Shell {
    /** A call: the program, its arguments as bash gives them, and what came in on stdin where an argument is {@code -}. */
    record Call(String program, List<String> arguments, String input) {}

    private static final String NOTE = """
            #!/bin/bash
            n=$(ls "$CALLS" | wc -l)
            mkdir "$CALLS/$(printf %03d "$n")"
            cd "$CALLS/$(printf %03d "$n")"
            printf '%s' "PROGRAM" > program
            printf '%s\\0' "$@" > arguments
            case " $* " in *' - '*) cat > input ;; esac
            """;

    private final Path folder;

    Shell(Path folder) throws IOException {
        this.folder = folder;
        for (String beside : List.of("curlake", "notebooks/start", "bench/run", ".ci/run")) {
            program(folder.resolve(beside), beside);
        }
        for (String installed : List.of("curlake", "mvn", "spark-submit", "aws", "mutt", "git")) {
            program(folder.resolve("bin").resolve(installed), installed);
        }
    }

    private static void program(Path file, String name) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, NOTE.replace("PROGRAM", name));
        if (!file.toFile().setExecutable(true)) {
            throw new IOException("cannot make " + file + " executable");
        }
    }

    /** What the line calls; the line itself must be right for bash. */
    List<Call> type(String line) throws IOException, InterruptedException {
        Path calls = Files.createTempDirectory(folder, "calls");
        Path log = folder.resolve("bash.log");
        ProcessBuilder bash = new ProcessBuilder("bash", "-eu", "-o", "pipefail", "-c", line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        bash.environment().put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
        bash.environment().put("CALLS", calls.toString());
        bash.environment().put("APPLICATION", "00f1");
        bash.environment().put("RUNTIME_ROLE", "arn:aws:iam::111122223333:role/nightly");
        if (bash.start().waitFor() != 0) {
            throw new AssertionError("bash refuses '" + line + "': " + Files.readString(log));
        }
        try (Stream<Path> noted = Files.list(calls)) {
            return noted.sorted().map(Shell::call).toList();
        }
    }

    private static Call call(Path noted) {
        try {
            Path input = noted.resolve("input");
            String arguments = Files.readString(noted.resolve("arguments"));
            return new Call(
                    Files.readString(noted.resolve("program")),
                    arguments.equals("\0")
                            ? List.of()
                            : List.of(arguments
                                    .substring(0, arguments.length() - 1)
                                    .split("\0", -1)),
                    Files.exists(input) ? Files.readString(input, StandardCharsets.UTF_8) : "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
