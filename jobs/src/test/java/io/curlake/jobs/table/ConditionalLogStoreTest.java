package io.curlake.jobs.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.curlake.jobs.TestSpark;
import io.curlake.jobs.storage.TestStores;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionalLogStoreTest {
    @TempDir
    static Path directory;

    private static final SparkSession SPARK = TestSpark.session();

    @BeforeAll
    static void reachS3() {
        TestStores.s3("log-store");
        TestStores.s3aSettings().applyTo(SPARK.sparkContext().hadoopConfiguration());
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "s3"})
    void ofEightCommitsOfOneVersionExactlyOneWins(String store) throws Exception {
        Configuration settings = SPARK.sessionState().newHadoopConf();
        ConditionalLogStore commits = new ConditionalLogStore(settings);
        ExecutorService writers = Executors.newFixedThreadPool(8);

        for (int version = 0; version < 10; version++) {
            org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(
                    table(store, "raced") + "/_delta_log/" + "%020d.json".formatted(version));
            List<Callable<Boolean>> attempts = IntStream.range(0, 8)
                    .<Callable<Boolean>>mapToObj(writer -> () -> wins(commits, path, "writer " + writer, settings))
                    .toList();
            List<Boolean> outcomes = new ArrayList<>();
            for (Future<Boolean> outcome : writers.invokeAll(attempts)) {
                outcomes.add(outcome.get());
            }

            assertThat(outcomes).containsOnlyOnce(true);
        }
        writers.shutdown();
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "s3"})
    void concurrentAppendsThroughDeltaLoseNothing(String store) throws Exception {
        String table = table(store, "appended");
        rows(0).write().format("delta").save(table);
        ExecutorService writers = Executors.newFixedThreadPool(4);

        for (Future<Void> append : writers.invokeAll(IntStream.range(1, 5)
                .<Callable<Void>>mapToObj(writer -> () -> {
                    rows(writer).write().format("delta").mode("append").save(table);
                    return null;
                })
                .toList())) {
            append.get();
        }
        writers.shutdown();

        assertThat(SPARK.read().format("delta").load(table).count()).isEqualTo(5 * 100L);
        assertThat(versions(table)).isEqualTo(5L);
    }

    @Test
    void aTableStaysReadableOverCheckpoints() {
        String table = table("s3", "checkpointed");

        for (int run = 0; run < 3; run++) {
            rows(run)
                    .write()
                    .format("delta")
                    .mode("append")
                    .option("delta.checkpointInterval", "2")
                    .save(table);
        }

        assertThat(SPARK.read().format("delta").load(table).count()).isEqualTo(3 * 100L);
        assertThat(TestStores.s3("log-store").find(table + "/_delta_log/_last_checkpoint"))
                .isPresent();
    }

    @Test
    void deltaCommitsThroughIt() {
        Path table = directory.resolve("committed");

        rows(0).write().format("delta").save(table.toString());

        assertThat(table.resolve("_delta_log/00000000000000000000.json")).exists();
        // Hadoop's own create would have left a checksum file.
        assertThat(table.resolve("_delta_log/.00000000000000000000.json.crc")).doesNotExist();
    }

    @Test
    void aWriterThatMayOverwriteDoes() throws IOException {
        Configuration settings = SPARK.sessionState().newHadoopConf();
        ConditionalLogStore commits = new ConditionalLogStore(settings);
        org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(table("s3", "overwritten") + "/a.json");
        commits.write(path, Collections.singleton("first").iterator(), false, settings);

        commits.write(path, Collections.singleton("second").iterator(), true, settings);

        assertThatThrownBy(
                        () -> commits.write(path, Collections.singleton("third").iterator(), false, settings))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(commits.read(path, settings).next()).isEqualTo("second");
    }

    private static boolean wins(
            ConditionalLogStore commits, org.apache.hadoop.fs.Path path, String action, Configuration settings)
            throws IOException {
        try {
            commits.write(path, Collections.singleton(action).iterator(), false, settings);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    private static Dataset<Row> rows(int writer) {
        return SPARK.range(100).toDF().withColumn("writer", functions.lit(writer));
    }

    private static long versions(String table) {
        return SPARK.sql("DESCRIBE HISTORY delta.`" + table + "`").count();
    }

    private static String table(String store, String name) {
        return store.equals("s3")
                ? "s3a://log-store/" + name
                : directory.resolve(name).toString();
    }
}
