package io.curlake.provisioning.aws;

import io.curlake.model.config.ProvisioningConfig;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.BackoffStrategy;

/** What all clients have in common: where they call, how patiently, and over which HTTP client. */
record Connection(CallSettings settings, Partition partition, SdkHttpClient http) {
    private static final int ATTEMPTS = 8;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

    /** Whoever mistypes an endpoint learns it within seconds. Throttled calls keep the SDK's longer pauses. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private static final Duration LONGEST_CALL = Duration.ofMinutes(2);

    /** @param caller whose profile may name endpoints, as environment variables may; given settings win over both */
    <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B configured(
            B builder, String region, ProvisioningConfig caller, AwsCredentialsProvider credentials) {
        settings.endpointUrl().ifPresent(builder::endpointOverride);
        ClientOverrideConfiguration.Builder common = ClientOverrideConfiguration.builder()
                .retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                        .maxAttempts(ATTEMPTS)
                        .backoffStrategy(BackoffStrategy.exponentialDelay(FIRST_PAUSE, LONGEST_PAUSE))
                        .build())
                .apiCallTimeout(LONGEST_CALL);
        caller.profile().ifPresent(common::defaultProfileName);
        return builder.region(Region.of(region))
                .credentialsProvider(credentials)
                .httpClient(http)
                .overrideConfiguration(common.build());
    }

    /** Where STS is called. */
    String homeRegion() {
        return settings.region().orElseGet(partition::billingRegion);
    }
}
