package io.curlake.bench;

import io.curlake.jobs.sample.Sample;
import io.curlake.jobs.sample.SampleSpec;
import io.curlake.jobs.sample.SampleVariant;
import io.curlake.jobs.storage.Storage;
import io.curlake.model.ExportFormat;
import io.curlake.model.config.ExportConfig.Delivery;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/** A small export, in two files. */
final class TestSample {
    private TestSample() {}

    static SampleExport in(Path folder, ExportFormat format) {
        Path bucket = folder.resolve("acme-billing");
        SampleSpec spec = SampleSpec.into(bucket.toString())
                .withSize(12, 1, 600)
                .withRowsPerFile(300)
                .withFormat(format, Delivery.OVERWRITE)
                .without(SampleVariant.SPLIT_COST);
        SparkSession spark = SparkSession.builder()
                .master("local[1]")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .getOrCreate();
        Sample.write(spark, new Storage(spark.sparkContext().hadoopConfiguration()), spec);
        return new SampleExport(format, bucket);
    }
}
