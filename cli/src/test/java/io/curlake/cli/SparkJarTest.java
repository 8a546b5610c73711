package io.curlake.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** The jar for spark-submit holds what a Spark cluster lacks, and nothing that a cluster has. */
class SparkJarTest {
    private static final Path TARGET = Path.of("../jobs/target");

    @Test
    void theJarHoldsOurClassesDeltaAndTheSmallLibraries() throws IOException {
        assertThat(entries())
                .contains(
                        "io/curlake/jobs/storage/Storage.class",
                        "io/curlake/model/Refusal.class",
                        "io/delta/sql/DeltaSparkSessionExtension.class",
                        "io/delta/storage/LogStore.class",
                        "META-INF/services/org.apache.spark.sql.sources.DataSourceRegister",
                        "de/siegmar/fastcsv/reader/CsvReader.class",
                        "ch/randelshofer/fastdoubleparser/JavaDoubleParser.class",
                        "org/snakeyaml/engine/v2/api/LoadSettings.class",
                        "picocli/CommandLine.class");
    }

    @Test
    void theJarHoldsNothingThatAClusterHas() throws IOException {
        assertThat(entries())
                .noneMatch(entry -> entry.startsWith("scala/")
                        || entry.startsWith("org/apache/hadoop/")
                        || entry.startsWith("com/fasterxml/")
                        || entry.startsWith("software/amazon/")
                        || entry.startsWith("org/apache/spark/sql/SparkSession"));
    }

    /** Only a build up to {@code package} has the jar. */
    private static List<String> entries() throws IOException {
        List<Path> jars = jars();
        assumeTrue(jars.size() == 1, "the jar is built in the phase 'package'");
        try (JarFile jar = new JarFile(jars.get(0).toFile())) {
            return jar.stream().map(ZipEntry::getName).toList();
        }
    }

    private static List<Path> jars() {
        if (!Files.isDirectory(TARGET)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(TARGET)) {
            return files.filter(file -> file.toString().endsWith("-spark.jar")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
