package io.curlake.jobs.table.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.TestSpark;
import io.curlake.jobs.storage.Storage;
import io.curlake.jobs.table.Partition;
import io.curlake.jobs.table.TableName;
import io.curlake.jobs.table.Tables;
import io.curlake.model.BillingPeriod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeenVersionsTest {
    private static final TableName TABLE = TableName.REJECTED_ROW;
    private static final Partition OCTOBER = new Partition("acme", BillingPeriod.parse("2026-10"));

    private final SeenVersions seen = new SeenVersions();

    @TempDir
    Path folder;

    private Tables tables;
    private TableLog log;

    @BeforeEach
    void openTables() {
        Storage storage = new Storage(TestSpark.session().sparkContext().hadoopConfiguration());
        tables = new Tables(TestSpark.session(), storage, folder.toUri().toString(), Clock.systemUTC());
        log = new TableLog(storage, tables.uri(TABLE), Clock.systemUTC());
    }

    @Test
    void aLogIsReadAgainWhereSomebodyHasWritten() {
        assertThat(seen.newest(log)).isEmpty();
        write("first");
        TableState first = newest();
        assertThat(newest()).isSameAs(first);

        write("second");

        assertThat(newest()).isNotSameAs(first);
        assertThat(newest().version()).isEqualTo(first.version() + 1);
        assertThat(newest().rows()).hasSize(1);
    }

    @Test
    void aTableThatWasMadeAnewIsNoOldOne() throws IOException {
        write("old");
        TableState old = newest();
        Path commit = folder.resolve(TABLE.tableName() + "/_delta_log/00000000000000000000.json");

        Files.setLastModifiedTime(commit, FileTime.from(Instant.parse("2026-11-01T00:00:00Z")));

        assertThat(newest()).isNotSameAs(old);
    }

    @Test
    void whatIsForgottenIsReadAgain() {
        write("first");
        TableState first = newest();

        seen.forget();

        assertThat(newest()).isNotSameAs(first);
    }

    private TableState newest() {
        return seen.newest(log).orElseThrow();
    }

    private void write(String reason) {
        Dataset<Row> row = TestSpark.session()
                .createDataFrame(List.of(RowFactory.create("d1", "f1", 1L, reason, "")), TABLE.columns())
                .coalesce(1);
        tables.replace(TABLE, OCTOBER).write(row).commit("{}");
    }
}
