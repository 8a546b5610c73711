package io.curlake.cli.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** The words of the spark-submit command that a page shows. */
record DocumentedCommand(List<String> words) {
    private static final Path DOCS = Path.of("../docs");

    DocumentedCommand {
        words = List.copyOf(words);
    }

    /** The first command below a heading of {@code docs/spark-submit.md}. */
    static DocumentedCommand below(String heading) {
        return in(DOCS.resolve("spark-submit.md"), heading);
    }

    static DocumentedCommand in(Path page, String heading) {
        String text = read(page);
        int section = text.indexOf("\n" + heading + "\n");
        int start = text.indexOf("\nspark-submit ", section) + 1;
        if (section < 0 || start == 0) {
            throw new AssertionError(page + " shows no spark-submit below '" + heading + "'");
        }
        String command = text.substring(start, text.indexOf("\n```", start)).replace("\\\n", " ");
        return new DocumentedCommand(
                Arrays.asList(command.lines().toList().get(0).strip().split("\\s+", -1)));
    }

    /** The options, from the first word to the jar. */
    List<String> options() {
        return words.subList(1, jarAt());
    }

    /** With other values of options that are there. */
    DocumentedCommand with(String option, String value) {
        int at = words.indexOf(option);
        if (at < 0) {
            throw new AssertionError("The command has no " + option + ": " + words);
        }
        List<String> changed = new ArrayList<>(words);
        changed.set(at + 1, value);
        return new DocumentedCommand(changed);
    }

    DocumentedCommand adding(List<String> options) {
        List<String> changed = new ArrayList<>(words);
        changed.addAll(1, options);
        return new DocumentedCommand(changed);
    }

    /** The same for another verb. */
    List<String> submitting(List<String> verb) {
        List<String> all = new ArrayList<>(words.subList(1, jarAt() + 1));
        all.addAll(verb);
        return all;
    }

    private int jarAt() {
        Predicate<String> isJar = word -> word.endsWith("-spark.jar");
        return words.indexOf(words.stream().filter(isJar).findFirst().orElseThrow());
    }

    private static String read(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
