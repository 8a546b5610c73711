package io.curlake.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A notebook as it lies in a file. */
record NotebookFile(String name, JsonNode content) {
    static final Path FOLDER = Path.of("").toAbsolutePath();

    /** All notebooks of this module, in order. */
    static List<NotebookFile> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".ipynb"))
                    .map(NotebookFile::read)
                    .sorted(Comparator.comparing(NotebookFile::name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those that the Java kernel runs. */
    static List<NotebookFile> inJava() {
        return all().stream()
                .filter(file ->
                        file.content.at("/metadata/kernelspec/name").asText().equals("curlake-java"))
                .toList();
    }

    static NotebookFile read(Path file) {
        try {
            return new NotebookFile(
                    file.getFileName().toString().replace(".ipynb", ""), new ObjectMapper().readTree(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<JsonNode> cells(String type) {
        return StreamSupport.stream(content.path("cells").spliterator(), false)
                .filter(cell -> cell.path("cell_type").asText().equals(type))
                .toList();
    }

    List<String> code() {
        return cells("code").stream().map(cell -> text(cell.path("source"))).toList();
    }

    /** The plain text of every output, errors included. */
    List<String> outputs() {
        List<String> texts = new ArrayList<>();
        for (JsonNode cell : cells("code")) {
            for (JsonNode output : cell.path("outputs")) {
                texts.add(
                        output.path("output_type").asText().equals("error")
                                ? "error: " + output.path("evalue").asText()
                                : text(output.has("data") ? output.at("/data/text~1plain") : output.path("text")));
            }
        }
        return texts;
    }

    private static String text(JsonNode lines) {
        return lines.isArray()
                ? StreamSupport.stream(lines.spliterator(), false)
                        .map(JsonNode::asText)
                        .reduce("", String::concat)
                : lines.asText();
    }

    @Override
    public String toString() {
        return name;
    }
}
