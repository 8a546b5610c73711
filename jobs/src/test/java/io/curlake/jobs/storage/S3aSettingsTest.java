package io.curlake.jobs.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.curlake.model.config.ConfigFile;
import io.curlake.model.config.CurlakeConfig;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class S3aSettingsTest {
    private static final Map<String, String> ALWAYS = Map.ofEntries(
            Map.entry("fs.s3a.bucket.probe", "2"),
            Map.entry("fs.s3a.change.detection.source", "etag"),
            Map.entry("fs.s3a.change.detection.mode", "server"),
            Map.entry("fs.s3a.attempts.maximum", "3"),
            Map.entry("fs.s3a.retry.limit", "3"),
            Map.entry("fs.s3a.retry.interval", "200ms"),
            Map.entry("fs.s3a.retry.throttle.interval", "500ms"),
            Map.entry("fs.s3a.retry.throttle.limit", "6"),
            Map.entry("fs.s3a.connection.establish.timeout", "15s"),
            Map.entry("fs.s3a.connection.timeout", "60s"),
            Map.entry("fs.s3a.connection.maximum", "200"),
            Map.entry("fs.s3a.threads.max", "32"));

    @Test
    void aSourceOnAwsIsReadWithTheDefaultCredentialsInItsRegion() {
        S3aSettings settings = S3aSettings.of(config("", source("acme", ", region: eu-west-1", "")));

        assertThat(settings.values())
                .isEqualTo(with(Map.of(
                        "fs.s3a.aws.credentials.provider",
                        "software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider",
                        "fs.s3a.bucket.acme-billing.endpoint.region",
                        "eu-west-1")));
    }

    @Test
    void aRoleIsAssumedForItsBucketAlone() {
        S3aSettings settings = S3aSettings.of(config(
                "",
                source(
                        "acme",
                        ", region: eu-west-1",
                        "role: arn:aws:iam::111122223333:role/curlake-read, external-id: hush,")));

        assertThat(settings.values())
                .isEqualTo(with(Map.of(
                        "fs.s3a.aws.credentials.provider",
                        "software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider",
                        "fs.s3a.bucket.acme-billing.endpoint.region",
                        "eu-west-1",
                        "fs.s3a.bucket.acme-billing.aws.credentials.provider",
                        "org.apache.hadoop.fs.s3a.auth.AssumedRoleCredentialProvider",
                        "fs.s3a.bucket.acme-billing.assumed.role.credentials.provider",
                        "software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider",
                        "fs.s3a.bucket.acme-billing.assumed.role.arn",
                        "arn:aws:iam::111122223333:role/curlake-read",
                        "fs.s3a.bucket.acme-billing.assumed.role.session.name",
                        "curlake",
                        "fs.s3a.bucket.acme-billing.assumed.role.external.id",
                        "hush",
                        "fs.s3a.bucket.acme-billing.assumed.role.sts.endpoint",
                        "sts.eu-west-1.amazonaws.com",
                        "fs.s3a.bucket.acme-billing.assumed.role.sts.endpoint.region",
                        "eu-west-1")));
    }

    @Test
    void anotherStoreIsReachedAtItsEndpointWithItsKeys() {
        S3aSettings settings = S3aSettings.of(config(
                "s3: {endpoint: 'http://127.0.0.1:9000', path-style: true, access-key: AK, secret-key: hush}",
                source("acme", "", "")));

        assertThat(settings.sparkValues())
                .containsEntry("spark.hadoop.fs.s3a.endpoint", "http://127.0.0.1:9000")
                .containsEntry("spark.hadoop.fs.s3a.endpoint.region", "us-east-1")
                .containsEntry("spark.hadoop.fs.s3a.path.style.access", "true")
                .containsEntry(
                        "spark.hadoop.fs.s3a.aws.credentials.provider",
                        "org.apache.hadoop.fs.s3a.SimpleAWSCredentialsProvider")
                .containsEntry("spark.hadoop.fs.s3a.access.key", "AK")
                .containsEntry("spark.hadoop.fs.s3a.secret.key", "hush")
                .hasSize(ALWAYS.size() + 6);
    }

    @Test
    void aMirroredSourceNeedsNoSettings() {
        S3aSettings settings = S3aSettings.of(config("", source("acme", ", region: eu-west-1", "mirror: /mnt/acme,")));

        assertThat(settings.values()).hasSize(ALWAYS.size() + 1);
    }

    @Test
    void twoRolesForOneBucketAreRefused() {
        CurlakeConfig config = config(
                "",
                source("acme", "", "role: arn:aws:iam::111122223333:role/one,")
                        + source("umbrella", "", "role: arn:aws:iam::111122223333:role/two,"));

        assertThatThrownBy(() -> S3aSettings.of(config))
                .hasMessage("Cannot read bucket 'acme-billing': two sources of it differ in role, external-id or "
                        + "region. Give both the same.");
    }

    @Test
    void printedSettingsHoldNoSecret() {
        S3aSettings settings = S3aSettings.of(config(
                "s3: {access-key: AK, secret-key: hush}",
                source("acme", "", "role: arn:aws:iam::111122223333:role/curlake-read, external-id: hush,")));

        assertThat(settings.toString())
                .doesNotContain("hush", "AK")
                .contains("fs.s3a.secret.key=***")
                .contains("assumed.role.external.id=***");
    }

    private static CurlakeConfig config(String s3, String sources) {
        return ConfigFile.parse(
                "curlake.yaml", "warehouse: s3a://acme-finops/curlake\n" + s3 + "\nsources:\n" + sources, name -> "");
    }

    private static String source(String name, String export, String more) {
        return "  - {name: " + name + ", payer: '111122223333', " + more
                + " export: {name: acme-cur2, bucket: acme-billing, format: cur2-parquet" + export + "}}\n";
    }

    private static Map<String, String> with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(ALWAYS);
        all.putAll(more);
        return all;
    }
}
