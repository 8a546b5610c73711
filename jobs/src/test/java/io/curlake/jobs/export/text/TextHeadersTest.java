package io.curlake.jobs.export.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextHeadersTest {
    private static final String NEXT_STEP =
            " Copy the file again if it is a copy; otherwise wait for the next delivery of the period.";

    @TempDir
    Path folder;

    private CsvFiles files;

    @BeforeEach
    void openFolder() {
        files = new CsvFiles(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.csv", "a.csv.gz", "a.csv.zip", "a.zip"})
    void aHeaderIsReadFromEveryCompression(String name) {
        String uri = files.write(name, "bill/BillType,\"resourceTags/user:a,b\"\nx,y\n");

        assertThat(TextHeaders.read(files.storage(), uri)).containsExactly("bill/BillType", "resourceTags/user:a,b");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstName() {
        String uri = files.write("a.csv", "\ufeffé,b\r\n");

        assertThat(TextHeaders.read(files.storage(), uri)).isEqualTo(List.of("é", "b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.csv", "a.csv.gz", "a.zip"})
    void aFileWithoutAByteIsRefused(String name) {
        assertRefused(files.write(name, new byte[0]), "the file is empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.csv", "a.csv.gz", "a.zip"})
    void aFileOfBlankLinesIsRefused(String name) {
        assertRefused(files.write(name, "\n\r\n"), "the file is empty");
    }

    @Test
    void aNameGivenTwiceIsRefused() {
        assertRefused(files.write("a.csv", "a,b,a\n"), "its header has the column 'a' twice");
    }

    @Test
    void aColumnWithoutANameIsRefused() {
        assertRefused(files.write("a.csv", "a,,c\n"), "column 2 of its header has no name");
    }

    @Test
    void aZipWithoutACsvFileIsRefused() {
        assertRefused(files.write("a.zip", CsvFiles.zip()), "the zip holds no CSV file");
    }

    @Test
    void whatOnlyPretendsToBeAGzipIsRefused() {
        assertRefused(
                files.write("a.csv.gz", new byte[] {'a', ',', 'b'}),
                "the gzip stream is corrupt after the start (Input is not in the .gz format.)");
    }

    private void assertRefused(String uri, String reason) {
        assertThatThrownBy(() -> TextHeaders.read(files.storage(), uri))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.exitCode()).isEqualTo(ExitCode.DELIVERY_UNREADABLE))
                .hasMessage("Cannot read " + CsvFiles.shown(uri) + ": " + reason + "." + NEXT_STEP);
    }
}
