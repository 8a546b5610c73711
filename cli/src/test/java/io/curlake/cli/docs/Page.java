package io.curlake.cli.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of the documentation, and what it says to type. */
record Page(String name, String text) {
    private static final Path ROOT = Path.of("..");
    private static final Pattern BLOCK = Pattern.compile("^```sh\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern CONTINUED = Pattern.compile("\\\\\\n\\s*");
    private static final Pattern SPAN = Pattern.compile("`((?:\\./)?curlake ([a-z-]+)([^`\\n]*))`");

    /** README first, as a newcomer reads it; then every other page by name. */
    static List<Page> all() {
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            Stream<Path> others = Stream.of(
                            "CONTRIBUTING.md", "ARCHITECTURE.md", "notebooks/README.md", "bench/README.md")
                    .map(ROOT::resolve);
            return Stream.of(
                            Stream.of(ROOT.resolve("README.md")),
                            docs.filter(file -> file.toString().endsWith(".md")).sorted(),
                            others)
                    .flatMap(files -> files)
                    .map(Page::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Page read(Path file) {
        try {
            return new Page(ROOT.relativize(file).toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each line of each shell block, and each command of curlake in a sentence, in the order of the page. */
    List<String> commands() {
        List<String> commands = new ArrayList<>();
        int end = 0;
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            spans(text.substring(end, block.start()), commands);
            CONTINUED
                    .matcher(quotedLines(block.group(1)))
                    .replaceAll(" ")
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(commands::add);
            end = block.end();
        }
        spans(text.substring(end), commands);
        return commands.stream().filter(Page::isWhole).toList();
    }

    /** A text in single quotes may have several lines. */
    private static String quotedLines(String block) {
        StringBuilder joined = new StringBuilder();
        boolean isQuoted = false;
        for (int i = 0; i < block.length(); i++) {
            char c = block.charAt(i);
            isQuoted ^= c == '\'';
            joined.append(isQuoted && c == '\n' ? ' ' : c);
        }
        return joined.toString();
    }

    private static void spans(String prose, List<String> commands) {
        Matcher span = SPAN.matcher(prose);
        while (span.find()) {
            // A verb alone is the name of the verb.
            if (!span.group(3).isBlank()) {
                commands.add(span.group(1));
            }
        }
    }

    /** The verbs of all commands in sentences. */
    List<String> verbs() {
        return SPAN.matcher(text).results().map(span -> span.group(2)).toList();
    }

    /** Not with something left out, or a word that stands for another. */
    private static boolean isWhole(String command) {
        return !command.contains("…") && !command.matches(".*\\b(FOLDER|NAME|FILE|ID|ARN|VERB)\\b.*");
    }
}
