package io.curlake.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.delta.storage.LogStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.SparkConf;
import org.apache.spark.internal.config.ConfigEntry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Spark takes any key without a word: each of {@code conf/spark-defaults.conf} is held against those that there are. */
class SparkDefaultsTest {
    private static final String LOG_STORE = "spark\\.delta\\.logStore\\.(s3a|s3|file)\\.impl";
    private static final String FILE_SYSTEM = "spark\\.hadoop\\.fs\\.s3\\.impl";

    /** Keys are known once the class that declares them is. */
    @BeforeAll
    static void declare() throws ClassNotFoundException {
        for (String declaring : List.of(
                "org.apache.spark.internal.config.package$",
                "org.apache.spark.internal.config.UI$",
                "org.apache.spark.sql.internal.StaticSQLConf$",
                "org.apache.spark.sql.internal.SQLConf$",
                "org.apache.spark.sql.delta.sources.DeltaSQLConf$")) {
            Class.forName(declaring);
        }
    }

    @Test
    void everyKeyIsOneOfSparkOrDeltaWithAValueThatItTakes() throws IOException {
        Map<String, String> declared = settings();
        declared.keySet().removeIf(key -> key.matches(LOG_STORE) || key.matches(FILE_SYSTEM));

        assertThat(declared).isNotEmpty().allSatisfy((key, value) -> {
            ConfigEntry<?> entry = ConfigEntry.findEntry(key);
            assertThat(entry).as("no such key: " + key).isNotNull();
            assertThat((Object) new SparkConf(false).set(key, value).get(entry)).isNotNull();
        });
    }

    @Test
    void theClassesThatKeysNameAreThereAndFitTheirPlace() throws Exception {
        Map<String, String> settings = settings();

        for (String scheme : List.of("s3a", "s3", "file")) {
            assertThat(LogStore.class).isAssignableFrom(named(settings, "spark.delta.logStore." + scheme + ".impl"));
        }
        assertThat(FileSystem.class).isAssignableFrom(named(settings, "spark.hadoop.fs.s3.impl"));
        assertThat(named(settings, "spark.sql.extensions")).isNotNull();
        assertThat(named(settings, "spark.sql.catalog.spark_catalog")).isNotNull();
    }

    private static Class<?> named(Map<String, String> settings, String key) throws ClassNotFoundException {
        return Class.forName(settings.getOrDefault(key, key + " is not set"));
    }

    private static Map<String, String> settings() throws IOException {
        Map<String, String> settings = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("../conf/spark-defaults.conf"))) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] setting = line.strip().split("\\s+", 2);
                settings.put(setting[0], setting[1]);
            }
        }
        return settings;
    }
}
