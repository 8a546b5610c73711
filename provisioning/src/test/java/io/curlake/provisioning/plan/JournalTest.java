package io.curlake.provisioning.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.curlake.provisioning.plan.Journal.Change;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @TempDir
    Path folder;

    private Path file;
    private Journal journal;

    @BeforeEach
    void open() {
        file = folder.resolve("state/curlake/journal.jsonl");
        journal = new Journal(file, Clock.fixed(NOON, ZoneOffset.UTC));
    }

    @Test
    void entriesAreFoundByWhatWasChanged() {
        journal.write(Change.CREATE_BUCKET, "acme-billing", "");
        journal.write(Change.PUT_BUCKET_POLICY, "acme-billing", "{\"Statement\": []}");
        journal.write(Change.PUT_BUCKET_POLICY, "other", "");

        assertThat(journal.of(Change.PUT_BUCKET_POLICY, "acme-billing"))
                .containsExactly(
                        new Journal.Entry(NOON, Change.PUT_BUCKET_POLICY, "acme-billing", "{\"Statement\": []}"));
        assertThat(journal.of(Change.CREATE_EXPORT, "acme-billing")).isEmpty();
    }

    @Test
    void aLineThatAKillCutIsLeftOut() throws IOException {
        journal.write(Change.CREATE_BUCKET, "acme-billing", "");
        Files.writeString(file, "{\"at\":\"2026-11-2", StandardOpenOption.APPEND);

        assertThat(journal.of(Change.CREATE_BUCKET, "acme-billing")).hasSize(1);
    }

    @Test
    void aJournalThatCannotBeWrittenStopsTheChange() throws IOException {
        Files.createDirectories(file);

        assertThatThrownBy(() -> journal.write(Change.CREATE_BUCKET, "acme-billing", ""))
                .hasMessageStartingWith("Cannot write the journal " + file + ": ")
                .hasMessageEndingWith(
                        ". Nothing was changed at AWS; make the file writable, or name another with --journal.");
    }
}
