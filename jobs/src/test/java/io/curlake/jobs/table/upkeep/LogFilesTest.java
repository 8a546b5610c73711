package io.curlake.jobs.table.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.storage.listing.ListedFile;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogFilesTest {
    private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");
    private static final Instant CUTOFF = NOW.minus(Duration.ofDays(30));

    @Test
    void versionsBeforeAnOldCheckpointExpire() {
        LogFiles log = log(
                file("00000000000000000008.json", 60),
                file("00000000000000000009.json", 50),
                file("00000000000000000009.crc", 50),
                file("00000000000000000010.checkpoint.parquet", 40),
                file("00000000000000000010.json", 40),
                file("00000000000000000011.json", 35),
                file("_last_checkpoint", 40));

        assertThat(names(log.expired(CUTOFF)))
                .containsExactly("00000000000000000008.json", "00000000000000000009.json", "00000000000000000009.crc");
    }

    @Test
    void nothingExpiresBeforeACheckpointThatIsYoung() {
        LogFiles log = log(
                file("00000000000000000009.json", 50),
                file("00000000000000000010.checkpoint.parquet", 29),
                file("00000000000000000010.json", 40));

        assertThat(log.expired(CUTOFF)).isEmpty();
    }

    @Test
    void aVersionThatIsReadableWithinTheRetentionStaysWithItsCheckpoint() {
        LogFiles log = log(
                file("00000000000000000009.json", 50),
                file("00000000000000000010.checkpoint.parquet", 40),
                file("00000000000000000010.json", 40),
                file("00000000000000000015.json", 31),
                file("00000000000000000020.checkpoint.parquet", 3),
                file("00000000000000000020.json", 3));

        assertThat(names(log.expired(CUTOFF))).containsExactly("00000000000000000009.json");
    }

    @Test
    void aCheckpointOfSeveralPartsIsNoGroundToRemoveWhatLiesBeforeIt() {
        LogFiles log = log(
                file("00000000000000000009.json", 50),
                file("00000000000000000010.checkpoint.0000000001.0000000002.parquet", 40),
                file("00000000000000000010.json", 40));

        assertThat(log.expired(CUTOFF)).isEmpty();
    }

    @Test
    void whatAKillLeftInTheLogGoesWhenItIsOld() {
        LogFiles log = log(file(".00000000000000000009.json.1.tmp", 31), file(".00000000000000000010.json.2.tmp", 1));

        assertThat(names(log.unfinished(CUTOFF))).containsExactly(".00000000000000000009.json.1.tmp");
    }

    @Test
    void aRemovalTellsFileMaskAndEffect() {
        String commit = """
                {"commitInfo":{"operation":"WRITE"}}
                {"remove":{"path":"source=acme/a.parquet","dataChange":false,"size":7,"deletionVector":\
                {"storageType":"u","pathOrInlineDv":"ab^-aqEH.-t@S}K{vb[*k^","offset":1,"sizeInBytes":36,"cardinality":2}}}
                {"add":{"path":"b \\"remove\\".parquet","size":9}}
                """;

        List<Removal> removals = Removal.in(commit.getBytes(StandardCharsets.UTF_8), NOW);

        assertThat(removals).singleElement().satisfies(removal -> {
            assertThat(removal.file().path()).isEqualTo("source=acme/a.parquet");
            assertThat(removal.file().maskIfAny().orElseThrow().rows()).isEqualTo(2);
            assertThat(removal.effect()).isEqualTo(io.curlake.jobs.table.log.Effect.LAYOUT);
            assertThat(removal.at()).isEqualTo(NOW);
        });
    }

    private static LogFiles log(ListedFile... files) {
        return new LogFiles(Arrays.asList(files));
    }

    private static ListedFile file(String name, int daysOld) {
        return new ListedFile(
                "_delta_log/" + name, "file:/t/_delta_log/" + name, 1, NOW.minus(Duration.ofDays(daysOld)));
    }

    private static List<String> names(List<ListedFile> files) {
        return files.stream().map(ListedFile::name).toList();
    }
}
