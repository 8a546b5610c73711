package io.curlake.jobs;

import io.curlake.jobs.storage.hadoop.HadoopDefaults;
import io.curlake.jobs.storage.hadoop.LocalDisk;
import io.curlake.jobs.table.ConditionalLogStore;
import org.apache.spark.sql.SparkSession;

/** The one Spark session of a test JVM: two local cores, one shuffle partition, Delta, UTC, no user interface. */
public final class TestSpark {
    private TestSpark() {}

    public static SparkSession session() {
        SparkSession spark = SparkSession.builder()
                .master("local[2]")
                .appName("curlake tests")
                .config("spark.ui.enabled", "false")
                .config("spark.sql.shuffle.partitions", "1")
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
                .config("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
                .config("spark.sql.codegen.maxFields", "20")
                // Compiling what a few rows pass through, and planning it anew at each shuffle, takes longer than all
                // else; FromNothingToTablesTest, in the module cli, runs with both.
                .config("spark.sql.codegen.wholeStage", "false")
                .config("spark.sql.codegen.factoryMode", "NO_CODEGEN")
                .config("spark.sql.adaptive.enabled", "false")
                .config("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS")
                .config("spark.databricks.delta.snapshotPartitions", "1")
                .config("spark.delta.logStore.file.impl", ConditionalLogStore.class.getName())
                .config("spark.delta.logStore.s3a.impl", ConditionalLogStore.class.getName())
                // Of each column of each query, the line of code that made it: nothing reads that.
                .config("spark.sql.dataFrameQueryContext.enabled", "false")
                .config("spark.hadoop.fs.file.impl", LocalDisk.class.getName())
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .getOrCreate();
        HadoopDefaults.withoutYarn(spark.sparkContext().hadoopConfiguration());
        return spark;
    }
}
