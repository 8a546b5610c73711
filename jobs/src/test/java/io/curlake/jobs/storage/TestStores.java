package io.curlake.jobs.storage;

import io.curlake.model.config.AlertsConfig;
import io.curlake.model.config.CurlakeConfig;
import io.curlake.model.config.CurlakeConfig.Layout;
import io.curlake.model.config.CurlakeConfig.OnRejected;
import io.curlake.model.config.DiscoveryConfig;
import io.curlake.model.config.FindingsConfig;
import io.curlake.model.config.InsightConfig;
import io.curlake.model.config.RetentionConfig;
import io.curlake.model.config.S3Config;
import io.curlake.model.config.Secret;
import io.curlake.model.config.WatchConfig;
import io.curlake.sandbox.S3Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;

/** The stores of the tests. One S3 server serves a whole test JVM, so each test class takes a bucket of its own. */
public final class TestStores {
    private TestStores() {}

    public static Storage local() {
        return new Storage(new Configuration());
    }

    /** The S3 server with a new bucket of that name. */
    public static Storage s3(String bucket) {
        Server.S3.createBucket(bucket);
        return new Storage(settings());
    }

    /** What reaches the S3 server, by Hadoop's names. */
    public static S3aSettings s3aSettings() {
        return S3aSettings.of(config(Server.S3.endpoint(), Server.S3.accessKey(), Server.S3.secretKey()));
    }

    /** Another endpoint, past the file systems that Hadoop keeps by bucket. */
    public static Storage endpoint(String endpoint) {
        Configuration settings = new Configuration();
        S3aSettings.of(config(endpoint, "sandbox", "sandbox-secret")).applyTo(settings);
        settings.setBoolean("fs.s3a.impl.disable.cache", true);
        return new Storage(settings);
    }

    private static final class Server {
        private static final S3Server S3 = S3Server.start(directory());

        private static Path directory() {
            try {
                return Files.createTempDirectory(Path.of("target"), "s3-").toAbsolutePath();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static Configuration settings() {
        Configuration settings = new Configuration();
        s3aSettings().applyTo(settings);
        return settings;
    }

    private static CurlakeConfig config(String endpoint, String accessKey, String secretKey) {
        S3Config s3 =
                new S3Config(Optional.of(endpoint), true, Optional.of(accessKey), Optional.of(new Secret(secretKey)));
        return new CurlakeConfig(
                "s3a://acme-finops/curlake",
                List.of(),
                Optional.of(s3),
                Layout.ADOPT,
                OnRejected.REFUSE,
                RetentionConfig.DEFAULT,
                WatchConfig.ALL,
                AlertsConfig.DEFAULT,
                InsightConfig.DEFAULT,
                DiscoveryConfig.DEFAULT,
                FindingsConfig.DEFAULT);
    }
}
