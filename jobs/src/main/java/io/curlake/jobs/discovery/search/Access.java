package io.curlake.jobs.discovery.search;

import io.curlake.jobs.discovery.collect.Place.Connection;
import io.curlake.model.config.Secret;
import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.s3.S3BaseClientBuilder;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** Credentials, and the connections that everything done with them shares. */
final class Access implements Connection, AutoCloseable {
    private static final String SESSION = "curlake-discovery";
    /** A storm of throttling passes within some 20 seconds, or it is none. */
    private static final int ATTEMPTS = 8;

    private final String partition;
    private final AwsCredentialsProvider credentials;
    private final Settings settings;
    private final SdkHttpClient http;

    /**
     * @param connections how many calls are under way at once
     * @param waits whether calls that are repeated wait before, as they should
     */
    record Settings(Optional<URI> endpoint, int connections, boolean waits) {}

    private Access(String partition, AwsCredentialsProvider credentials, Settings settings, SdkHttpClient http) {
        this.partition = partition;
        this.credentials = credentials;
        this.settings = settings;
        this.http = http;
    }

    static Access of(String partition, AwsCredentialsProvider credentials, Settings settings) {
        return new Access(
                partition,
                credentials,
                settings,
                ApacheHttpClient.builder()
                        .maxConnections(settings.connections() + 1)
                        .build());
    }

    /** The same with a role that is assumed with these credentials. */
    Access assuming(String role, Optional<Secret> externalId) {
        StsClient sts = client(StsClient.builder(), home());
        return new Access(
                partition,
                StsAssumeRoleCredentialsProvider.builder()
                        .stsClient(sts)
                        .refreshRequest(request -> {
                            request.roleArn(role).roleSessionName(SESSION);
                            externalId.map(Secret::reveal).ifPresent(request::externalId);
                        })
                        .build(),
                settings,
                http);
    }

    /** Throws what AWS says where there are no credentials. */
    void requireCredentials() {
        credentials.resolveCredentials();
    }

    @Override
    public String partition() {
        return partition;
    }

    /** The region in which services without a region are called. */
    String home() {
        return partition.equals("aws-cn")
                ? "cn-north-1"
                : partition.equals("aws-us-gov") ? "us-gov-west-1" : "us-east-1";
    }

    @Override
    public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C extends SdkAutoCloseable> C client(
            B builder, String region) {
        builder.region(Region.of(region))
                .credentialsProvider(credentials)
                .httpClient(http)
                .overrideConfiguration(override -> override.retryStrategy(retries()));
        settings.endpoint().ifPresent(builder::endpointOverride);
        if (settings.endpoint().isPresent() && builder instanceof S3BaseClientBuilder<?, ?> s3) {
            s3.forcePathStyle(true);
        }
        return builder.build();
    }

    private StandardRetryStrategy retries() {
        StandardRetryStrategy.Builder retries =
                AwsRetryStrategy.standardRetryStrategy().toBuilder().maxAttempts(ATTEMPTS);
        return settings.waits()
                ? retries.build()
                : retries.backoffStrategy(BackoffStrategy.retryImmediately())
                        .throttlingBackoffStrategy(BackoffStrategy.retryImmediately())
                        .build();
    }

    @Override
    public void close() {
        http.close();
    }
}
