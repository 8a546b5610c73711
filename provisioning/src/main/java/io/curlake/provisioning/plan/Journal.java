package io.curlake.provisioning.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What curlake changed at AWS from this machine: a JSON object on a line of its own for each change, written before the
 * change is made. It holds the bucket policies that were replaced, so that a person can put one back. Holds no secrets.
 */
public final class Journal {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final Clock clock;

    public Journal(Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    /** Where the XDG base directories have it. */
    public static Path usualFile() {
        String state = Optional.ofNullable(System.getenv("XDG_STATE_HOME"))
                .filter(folder -> !folder.isBlank())
                .orElseGet(() -> System.getProperty("user.home") + "/.local/state");
        return Path.of(state, "curlake", "journal.jsonl");
    }

    /** What is about to be changed. */
    public enum Change {
        CREATE_BUCKET,
        PUT_BUCKET_POLICY,
        CREATE_EXPORT,
        UPDATE_EXPORT
    }

    /**
     * One line.
     *
     * @param thing the bucket, or the export
     * @param before what was there, where that cannot be read from AWS later; "" otherwise
     */
    public record Entry(Instant at, Change change, String thing, String before) {}

    public void write(Change change, String thing, String before) {
        ObjectNode line = JSON.createObjectNode()
                .put("at", clock.instant().toString())
                .put("change", change.name())
                .put("thing", thing)
                .put("before", before);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new Refusal(
                    ExitCode.USAGE,
                    "Cannot write the journal " + file + ": " + e.getMessage()
                            + ". Nothing was changed at AWS; make the "
                            + "file writable, or name another with --journal.",
                    e);
        }
    }

    /** The entries of a thing, oldest first. A line that a kill cut short is left out. */
    public List<Entry> of(Change change, String thing) {
        List<Entry> entries = new ArrayList<>();
        for (String line : lines()) {
            entry(line)
                    .filter(e -> e.change() == change && e.thing().equals(thing))
                    .ifPresent(entries::add);
        }
        return entries;
    }

    /** When curlake made an export the first time; empty where that is not known here. */
    public Optional<Instant> created(String export) {
        return of(Change.CREATE_EXPORT, export).stream().map(Entry::at).findFirst();
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new Refusal(ExitCode.USAGE, "Cannot read the journal " + file + ": " + e.getMessage() + ".", e);
        }
    }

    private static Optional<Entry> entry(String line) {
        try {
            JsonNode json = JSON.readTree(line);
            return Optional.of(new Entry(
                    Instant.parse(json.path("at").asText()),
                    Change.valueOf(json.path("change").asText()),
                    json.path("thing").asText(),
                    json.path("before").asText()));
        } catch (JsonProcessingException | IllegalArgumentException | java.time.DateTimeException e) {
            return Optional.empty();
        }
    }
}
