package io.curlake.jobs.storage;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.curlake.jobs.TestSpark;
import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParquetBatchesTest {
    private static final StructType NUMBER_AND_TEXT =
            new StructType().add("n", DataTypes.DoubleType, false).add("t", DataTypes.StringType, false);

    @TempDir
    Path folder;

    private final SparkSession spark = TestSpark.session();
    private final List<String> changed = new ArrayList<>();

    @AfterEach
    void restoreSettings() {
        changed.forEach(spark.conf()::unset);
    }

    @Test
    void allRowsComeInTheirOrderFromAKeyWithAColon() {
        StoredObject file = write("2026-11-02T13:14:43.337Z-1%20 x", numbers(10_000));

        List<String> rows = read(file, NUMBER_AND_TEXT);

        assertThat(rows).hasSize(10_000).startsWith("0.0 t0", "1.0 t1").endsWith("9999.0 t9999");
    }

    @Test
    void aColumnThatTheFileLacksIsNull() {
        StoredObject file = write("e1", numbers(2));

        List<String> rows = read(file, NUMBER_AND_TEXT.add("absent", DataTypes.StringType, false));

        assertThat(rows).containsExactly("0.0 t0 null", "1.0 t1 null");
    }

    @Test
    void aColumnWhoseNameDiffersInCaseIsAnotherOne() {
        StoredObject file = write("e1", numbers(1));

        assertThat(read(file, new StructType().add("N", DataTypes.DoubleType))).containsExactly("null");
    }

    @Test
    void aFileWithoutRowsHasNone() {
        StoredObject file = write("e1", numbers(0));

        assertThat(read(file, NUMBER_AND_TEXT)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "spark.sql.parquet.enableVectorizedReader, false",
        "spark.sql.codegen.maxFields, 0",
        "spark.sql.columnVector.offheap.enabled, true",
        "spark.sql.files.ignoreCorruptFiles, true",
        "spark.sql.session.timeZone, America/New_York",
        "spark.sql.parquet.int96TimestampConversion, true",
        "spark.sql.parquet.binaryAsString, false",
        "spark.sql.parquet.outputTimestampType, TIMESTAMP_MICROS",
        "spark.sql.parquet.outputTimestampType, TIMESTAMP_MILLIS",
    })
    void settingsOfTheSessionChangeNothing(String setting, String value) {
        spark.conf().set(setting, value);
        changed.add(setting);
        StoredObject file = write(
                "e1",
                spark.range(1)
                        .select(
                                lit(java.sql.Timestamp.from(java.time.Instant.parse("2026-10-01T00:00:00Z")))
                                        .as("utc"),
                                lit("text").cast("binary").as("plain")));

        List<String> rows =
                read(file, new StructType().add("utc", DataTypes.TimestampType).add("plain", DataTypes.StringType));

        assertThat(rows).containsExactly("1790812800000000 text");
    }

    @Test
    void aTimeWithoutAZoneIsUtc() {
        StoredObject file = write(
                "e1",
                spark.range(1)
                        .select(lit("2026-10-01 00:00:00").cast("timestamp_ntz").as("utc")));

        assertThat(read(file, new StructType().add("utc", DataTypes.TimestampType)))
                .containsExactly("1790812800000000");
    }

    @Test
    void aBrokenPageIsRefusedWithTheNameOfTheFile() throws IOException {
        StoredObject file = write("e1", numbers(10_000));
        Path path = Path.of(file.uri().substring("file://".length()));
        byte[] bytes = Files.readAllBytes(path);
        java.util.Arrays.fill(bytes, 1_000, 30_000, (byte) 0x5A);
        Files.write(path, bytes);

        assertThatThrownBy(() -> read(file, NUMBER_AND_TEXT))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.exitCode()).isEqualTo(ExitCode.DELIVERY_UNREADABLE))
                .hasMessageStartingWith("Cannot read " + path + ": reading ended in an error after ")
                .hasMessageEndingWith("). Run again; if it stays, wait for the next delivery, or ask AWS support to "
                        + "deliver the period again.");
    }

    @Test
    void aRefusalOfWhoTakesTheBatchesStaysAsItIs() {
        StoredObject file = write("e1", numbers(1));
        Consumer<ColumnarBatch> refusing = batch -> {
            throw Refusal.usage("no");
        };

        assertThatThrownBy(() -> ParquetBatches.of(spark, NUMBER_AND_TEXT).read(file, refusing))
                .isInstanceOf(Refusal.class)
                .hasMessage("no");
    }

    @Test
    void aFileThatIsGoneIsRefused() {
        StoredObject file = new StoredObject("file://" + folder.resolve("gone.parquet"), 100, "1");

        assertThatThrownBy(() -> read(file, NUMBER_AND_TEXT))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.exitCode()).isEqualTo(ExitCode.DELIVERY_UNREADABLE))
                .hasMessageContaining("gone.parquet: reading ended in an error after 0 rows (");
    }

    private Dataset<Row> numbers(int rows) {
        return spark.range(rows)
                .select(
                        col("id").cast("double").as("n"),
                        org.apache
                                .spark
                                .sql
                                .functions
                                .concat(lit("t"), col("id"))
                                .as("t"));
    }

    private StoredObject write(String key, Dataset<Row> rows) {
        Path writing = folder.resolve("writing");
        rows.coalesce(1).write().mode("overwrite").parquet(writing.toUri().toString());

        try (Stream<Path> parts = Files.list(writing)) {
            Path part = parts.filter(p -> p.toString().endsWith(".parquet"))
                    .findFirst()
                    .orElseThrow();
            Path file = Files.createDirectories(folder.resolve(key)).resolve("acme.parquet");
            Files.move(part, file);
            return new StoredObject("file://" + file, Files.size(file), "1");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Each row as its values. */
    private List<String> read(StoredObject file, StructType columns) {
        List<String> rows = new ArrayList<>();
        ParquetBatches.of(spark, columns).read(file, batch -> {
            for (int row = 0; row < batch.numRows(); row++) {
                List<String> values = new ArrayList<>();
                for (int column = 0; column < batch.numCols(); column++) {
                    Object value = batch.column(column).isNullAt(row)
                            ? "null"
                            : batch.getRow(row).get(column, columns.fields()[column].dataType());
                    values.add(value.toString());
                }
                rows.add(String.join(" ", values));
            }
        });
        return rows;
    }
}
