package io.curlake.jobs.storage;

import io.curlake.model.Refusal;
import io.curlake.model.config.CurlakeConfig;
import io.curlake.model.config.S3Config;
import io.curlake.model.config.SourceConfig;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;

/** The S3A settings that a configuration asks for. Printing them prints no secret. */
public final class S3aSettings {
    private static final String DEFAULT_CHAIN = "software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider";
    private static final String STATIC_KEYS = "org.apache.hadoop.fs.s3a.SimpleAWSCredentialsProvider";
    private static final String ROLE = "org.apache.hadoop.fs.s3a.auth.AssumedRoleCredentialProvider";

    private static final Map<String, String> ALWAYS = Map.ofEntries(
            // A bucket that is not there is told at once, not taken for an empty folder.
            Map.entry("fs.s3a.bucket.probe", "2"),
            // A file that changes while it is read fails the read.
            Map.entry("fs.s3a.change.detection.source", "etag"),
            Map.entry("fs.s3a.change.detection.mode", "server"),
            // The defaults would try a wrong endpoint for many minutes.
            Map.entry("fs.s3a.attempts.maximum", "3"),
            Map.entry("fs.s3a.retry.limit", "3"),
            Map.entry("fs.s3a.retry.interval", "200ms"),
            // Where S3 asks for fewer requests, each pause is twice the last: half a minute in all. By default it is
            // days.
            Map.entry("fs.s3a.retry.throttle.interval", "500ms"),
            Map.entry("fs.s3a.retry.throttle.limit", "6"),
            Map.entry("fs.s3a.connection.establish.timeout", "15s"),
            Map.entry("fs.s3a.connection.timeout", "60s"),
            Map.entry("fs.s3a.connection.maximum", "200"),
            Map.entry("fs.s3a.threads.max", "32"));

    private final Map<String, String> values = new TreeMap<>(ALWAYS);

    private final String credentials;

    private S3aSettings(String credentials) {
        this.credentials = credentials;
        values.put("fs.s3a.aws.credentials.provider", credentials);
    }

    public static S3aSettings of(CurlakeConfig config) {
        boolean keys = config.s3().flatMap(S3Config::accessKey).isPresent();
        S3aSettings settings = new S3aSettings(keys ? STATIC_KEYS : DEFAULT_CHAIN);
        config.s3().ifPresent(settings::addStore);
        config.sources().stream().filter(source -> source.mirror().isEmpty()).forEach(settings::addBucket);
        return settings;
    }

    /** What holds before a configuration is read: the default credentials, and AWS's own addresses. */
    public static S3aSettings unconfigured() {
        return new S3aSettings(DEFAULT_CHAIN);
    }

    /** By Hadoop's names, {@code fs.s3a.…}; holds secrets. */
    public Map<String, String> values() {
        return Map.copyOf(values);
    }

    /** By Spark's names, {@code spark.hadoop.fs.s3a.…}; holds secrets. */
    public Map<String, String> sparkValues() {
        return values.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(e -> "spark.hadoop." + e.getKey(), Map.Entry::getValue));
    }

    public void applyTo(Configuration settings) {
        values.forEach(settings::set);
    }

    @Override
    public String toString() {
        return values.entrySet().stream()
                .map(e -> e.getKey() + "=" + (isSecret(e.getKey()) ? "***" : e.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private void addStore(S3Config s3) {
        s3.endpoint().ifPresent(endpoint -> {
            values.put("fs.s3a.endpoint", endpoint);
            // Other stores take any region in a signature, but S3A wants one.
            values.put("fs.s3a.endpoint.region", "us-east-1");
        });
        values.put("fs.s3a.path.style.access", Boolean.toString(s3.pathStyle()));
        s3.accessKey().ifPresent(key -> values.put("fs.s3a.access.key", key));
        s3.secretKey().ifPresent(key -> values.put("fs.s3a.secret.key", key.reveal()));
    }

    private void addBucket(SourceConfig source) {
        source.export().region().ifPresent(region -> addForBucket(source, "endpoint.region", region));
        source.role().ifPresent(role -> addRole(source, role));
    }

    private void addRole(SourceConfig source, String role) {
        addForBucket(source, "assumed.role.credentials.provider", credentials);
        addForBucket(source, "aws.credentials.provider", ROLE);
        addForBucket(source, "assumed.role.arn", role);
        addForBucket(source, "assumed.role.session.name", "curlake");
        source.externalId().ifPresent(id -> addForBucket(source, "assumed.role.external.id", id.reveal()));
        source.export().region().ifPresent(region -> {
            addForBucket(source, "assumed.role.sts.endpoint", stsEndpoint(role, region));
            addForBucket(source, "assumed.role.sts.endpoint.region", region);
        });
    }

    private void addForBucket(SourceConfig source, String name, String value) {
        String bucket = source.export().bucket();
        String before = values.put("fs.s3a.bucket." + bucket + "." + name, value);
        if (before != null && !before.equals(value)) {
            throw Refusal.usage("Cannot read bucket '" + bucket + "': two sources of it differ in role, external-id or "
                    + "region. Give both the same.");
        }
    }

    private static String stsEndpoint(String role, String region) {
        return "sts." + region + (role.startsWith("arn:aws-cn:") ? ".amazonaws.com.cn" : ".amazonaws.com");
    }

    private static boolean isSecret(String name) {
        return name.endsWith("access.key") || name.endsWith("secret.key") || name.endsWith("external.id");
    }
}
