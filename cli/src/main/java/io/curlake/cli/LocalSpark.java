package io.curlake.cli;

import io.curlake.jobs.storage.hadoop.LocalDisk;
import java.util.Map;

/** Spark inside this process, as system properties that a user's own {@code -Dspark.…} overrides. */
final class LocalSpark {
    private static final Map<String, String> SETTINGS = Map.of(
            "spark.master", "local[*]",
            "spark.ui.enabled", "false",
            "spark.ui.showConsoleProgress", "false",
            "spark.driver.host", "127.0.0.1",
            "spark.driver.bindAddress", "127.0.0.1",
            "spark.hadoop.fs.file.impl", LocalDisk.class.getName(),
            "spark.sql.shuffle.partitions", String.valueOf(Runtime.getRuntime().availableProcessors()));

    private LocalSpark() {}

    static void useUnlessSet() {
        SETTINGS.forEach((key, value) -> {
            if (System.getProperty(key) == null) {
                System.setProperty(key, value);
            }
        });
    }
}
