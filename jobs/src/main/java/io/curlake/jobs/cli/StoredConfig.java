package io.curlake.jobs.cli;

import io.curlake.jobs.storage.S3aSettings;
import io.curlake.jobs.storage.Storage;
import io.curlake.model.Refusal;
import io.curlake.model.config.ConfigFile;
import io.curlake.model.config.CurlakeConfig;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.deploy.SparkHadoopUtil;

/**
 * A configuration on S3, for drivers that start on a machine without files of ours, as on EMR Serverless. It is read before it
 * can say how S3 is reached: with the default credentials, and what spark-submit was given as {@code spark.hadoop.fs.s3a.…}.
 */
final class StoredConfig {
    private StoredConfig() {}

    static boolean isOne(String location) {
        return location.matches("s3[an]?://.*");
    }

    static CurlakeConfig read(String location, UnaryOperator<String> environment) {
        String uri = Storage.uri(location);
        Storage storage = new Storage(settings());
        if (storage.find(uri).isEmpty()) {
            throw Refusal.usage("Cannot read configuration " + location + ": there is no such object. Copy "
                    + "conf/curlake.yaml of the project there and edit it, or name another with --config.");
        }
        return ConfigFile.parse(location, new String(storage.read(uri), StandardCharsets.UTF_8), environment);
    }

    private static Configuration settings() {
        SparkConf given = new SparkConf();
        Configuration settings = SparkHadoopUtil.get().newConfiguration(given);
        S3aSettings.unconfigured().values().forEach((key, value) -> {
            if (!given.contains("spark.hadoop." + key)) {
                settings.set(key, value);
            }
        });
        return settings;
    }
}
