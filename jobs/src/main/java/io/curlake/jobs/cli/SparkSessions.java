package io.curlake.jobs.cli;

import io.curlake.jobs.storage.S3aSettings;
import io.curlake.jobs.storage.hadoop.HadoopDefaults;
import io.curlake.jobs.table.ConditionalLogStore;
import io.curlake.model.config.CurlakeConfig;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/**
 * Opens the session of a job. What is set here holds unless spark-submit, its properties file or a system property says
 * otherwise; no master is ever set.
 */
public final class SparkSessions {
    private SparkSessions() {}

    public static SparkSession open(CurlakeConfig config) {
        return open(Optional.of(config));
    }

    /** @param config none where a verb needs no source: stores are then reached with the session's own settings */
    static SparkSession open(Optional<CurlakeConfig> config) {
        SparkConf given = new SparkConf();
        SparkSession.Builder builder = SparkSession.builder();
        if (!given.contains("spark.app.name")) {
            builder.appName("curlake");
        }
        Map<String, String> settings = new LinkedHashMap<>(SETTINGS);
        config.map(S3aSettings::of).map(S3aSettings::sparkValues).ifPresent(settings::putAll);
        settings.forEach((key, value) -> {
            if (!given.contains(key)) {
                builder.config(key, value);
            }
        });
        SparkSession spark = builder.getOrCreate();
        HadoopDefaults.withoutYarn(spark.sparkContext().hadoopConfiguration());
        return spark;
    }

    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension"),
            Map.entry("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog"),
            // Of two runs that commit the same version exactly one succeeds, on S3 and on a local disk.
            Map.entry("spark.delta.logStore.s3a.impl", ConditionalLogStore.class.getName()),
            Map.entry("spark.delta.logStore.s3.impl", ConditionalLogStore.class.getName()),
            Map.entry("spark.delta.logStore.file.impl", ConditionalLogStore.class.getName()),
            // Billing periods and days are UTC everywhere.
            Map.entry("spark.sql.session.timeZone", "UTC"),
            Map.entry("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS"),
            // A task that reads several delivered files writes each into a file of its own, without sorting first.
            Map.entry("spark.sql.maxConcurrentOutputFileWriters", "16"),
            // Exact sums are objects; the default would sort the rows once a task sees 128 groups.
            Map.entry("spark.sql.objectHashAggregate.sortBased.fallbackThreshold", "200000"),
            Map.entry("spark.databricks.delta.snapshotPartitions", "4"));
}
