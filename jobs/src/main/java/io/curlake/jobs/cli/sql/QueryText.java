package io.curlake.jobs.cli.sql;

import io.curlake.model.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The text of the query: an argument, a file, or standard input. */
final class QueryText {
    private static final String STANDARD_INPUT = "-";
    private static final String WAYS =
            "Write it as the argument, name its file with --file, or pipe it in and write '-'; "
                    + "'curlake sql --tables' lists the tables.";

    private QueryText() {}

    /** Refuses where there is no query, or more than one. */
    static String of(Optional<String> argument, Optional<Path> file, InputStream in) {
        if (argument.isPresent() && file.isPresent()) {
            throw Refusal.usage("Cannot run SQL: there is a query and a file of one. Leave one of them out.");
        }
        String text = argument.isPresent()
                ? argument(argument.get(), in)
                : file.map(path -> file(path, in)).orElse("");
        if (text.isBlank()) {
            throw Refusal.usage("Cannot run SQL: there is no query. " + WAYS);
        }
        return text;
    }

    private static String argument(String text, InputStream in) {
        return text.equals(STANDARD_INPUT) ? standardInput(in) : text;
    }

    private static String file(Path path, InputStream in) {
        if (path.toString().equals(STANDARD_INPUT)) {
            return standardInput(in);
        }
        try {
            return Files.readString(path);
        } catch (CharacterCodingException e) {
            throw Refusal.usage("Cannot run SQL of '" + path + "': it is no text in UTF-8. Save it so, and run again.");
        } catch (IOException e) {
            throw Refusal.usage("Cannot run SQL of '" + path + "': the file cannot be read. Name one that can.");
        }
    }

    private static String standardInput(InputStream in) {
        try {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw Refusal.usage("Cannot run SQL of standard input: it cannot be read. " + WAYS);
        }
    }
}
