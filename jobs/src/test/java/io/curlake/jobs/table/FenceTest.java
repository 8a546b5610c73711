package io.curlake.jobs.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.curlake.jobs.TestSpark;
import io.curlake.jobs.storage.Storage;
import io.curlake.model.BillingPeriod;
import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a commit carries so that neither a run whose lock was taken over nor a run that is tried again writes twice. */
class FenceTest {
    private static final TableName TABLE = TableName.REJECTED_ROW;
    private static final Partition OCTOBER = new Partition("acme", BillingPeriod.parse("2026-10"));

    @TempDir
    Path folder;

    private Tables tables;

    @BeforeEach
    void openTables() {
        Storage storage = new Storage(TestSpark.session().sparkContext().hadoopConfiguration());
        tables = new Tables(TestSpark.session(), storage, folder.toUri().toString(), Clock.systemUTC());
    }

    @Test
    void aRunWithALowerTokenIsRefusedEvenWhenItReadsTheTableAfterwards() {
        tables.fencedBy(7).replace(TABLE, OCTOBER).write(row("later")).commit("{}");
        Publication overtaken = tables.fencedBy(6).replace(TABLE, OCTOBER).write(row("paused"));

        assertThatThrownBy(() -> overtaken.commit("{}"))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.exitCode()).isEqualTo(ExitCode.LOCKED))
                .hasMessage("Cannot write to rejected_row: a run with a later lock (number 7, this run's is 6) has "
                        + "written there. Nothing of this run was published; run again.");
        assertThat(reasons()).containsExactly("later");
        assertThat(dataFiles()).isEqualTo(1);
    }

    @Test
    void theSameRunAndALaterOneMayWrite() {
        tables.fencedBy(7).replace(TABLE, OCTOBER).write(row("first")).commit("{}");
        tables.fencedBy(7).replace(TABLE, OCTOBER).write(row("second")).commit("{}");
        tables.fencedBy(8).replace(TABLE, OCTOBER).write(row("third")).commit("{}");

        assertThat(reasons()).containsExactly("third");
    }

    @Test
    void theTokenOutlivesACheckpoint() {
        for (int i = 0; i < 11; i++) {
            tables.fencedBy(7).replace(TABLE, OCTOBER).write(row("later")).commit("{}");
        }

        assertThatThrownBy(() -> tables.fencedBy(6)
                        .replace(TABLE, OCTOBER)
                        .write(row("paused"))
                        .commit("{}"))
                .hasMessageContaining("number 7, this run's is 6");
    }

    @Test
    void aNamedChangeKnowsThatItWasMade() {
        Publication first = tables.append(TABLE).once("load 1");
        assertThat(first.isDone()).isFalse();
        tables.replace(TABLE, OCTOBER).once("load 1").write(row("made")).commit("{}");

        assertThat(tables.append(TABLE).once("load 1").isDone()).isTrue();
        assertThat(tables.append(TABLE).once("load 2").isDone()).isFalse();
    }

    @Test
    void aLabelledChangeReplacesWhatHasItsLabelOnly() {
        tables.replaceLabelled(TABLE, OCTOBER, "a").write(row("a1")).commit("{}");
        tables.replaceLabelled(TABLE, OCTOBER, "b").write(row("b1")).commit("{}");
        tables.replaceLabelled(TABLE, OCTOBER, "a").write(row("a2")).commit("{}");

        assertThat(reasons()).containsExactly("a2", "b1");
        assertThat(tables.labels(TABLE, OCTOBER)).isEqualTo(Set.of("a", "b"));
    }

    private static Dataset<Row> row(String reason) {
        return TestSpark.session()
                .createDataFrame(List.of(RowFactory.create("d1", "f1", 1L, reason, "")), TABLE.columns())
                .coalesce(1);
    }

    private List<String> reasons() {
        return tables.rows(TABLE).stream()
                .map(row -> row.<String>getAs("reason"))
                .sorted()
                .toList();
    }

    private long dataFiles() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".parquet")).count();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
