package io.curlake.provisioning.aws;

import io.curlake.model.config.Secret;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.StsClientBuilder;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;

/** The caller's own credentials by AWS's default chain or a profile, or a role that is assumed with them. */
final class CallerCredentials implements AutoCloseable {
    private static final String SESSION = "curlake-provisioning";

    private final AwsCredentialsProvider provider;
    private final Optional<StsClient> sts;

    private CallerCredentials(AwsCredentialsProvider provider, Optional<StsClient> sts) {
        this.provider = provider;
        this.sts = sts;
    }

    static CallerCredentials of(CallSettings settings, Partition partition, SdkHttpClient http) {
        DefaultCredentialsProvider.Builder chain = DefaultCredentialsProvider.builder();
        settings.credentials().profile().ifPresent(chain::profileName);
        AwsCredentialsProvider own = chain.build();
        return settings.credentials()
                .role()
                .map(role -> assuming(role, settings, partition, http, own))
                .orElseGet(() -> new CallerCredentials(own, Optional.empty()));
    }

    private static CallerCredentials assuming(
            String role, CallSettings settings, Partition partition, SdkHttpClient http, AwsCredentialsProvider own) {
        StsClientBuilder builder = StsClient.builder()
                .httpClient(http)
                .region(Region.of(settings.region().orElse(partition.billingRegion())))
                .credentialsProvider(own);
        settings.endpointUrl().ifPresent(builder::endpointOverride);
        StsClient sts = builder.build();
        AwsCredentialsProvider assumed = StsAssumeRoleCredentialsProvider.builder()
                .stsClient(sts)
                .refreshRequest(request -> {
                    request.roleArn(role).roleSessionName(SESSION);
                    settings.credentials().externalId().map(Secret::reveal).ifPresent(request::externalId);
                })
                .build();
        return new CallerCredentials(assumed, Optional.of(sts));
    }

    AwsCredentialsProvider provider() {
        return provider;
    }

    @Override
    public void close() {
        if (provider instanceof AutoCloseable closeable) {
            try {
                closeable.close();
            } catch (Exception e) {
                throw new IllegalStateException("Cannot close the credentials", e);
            }
        }
        sts.ifPresent(StsClient::close);
    }
}
