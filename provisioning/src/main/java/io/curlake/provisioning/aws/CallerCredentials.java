package io.curlake.provisioning.aws;

import io.curlake.model.config.ProvisioningConfig;
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
    private static final String SESSION = "curlake";

    private final AwsCredentialsProvider provider;
    private final Optional<StsClient> sts;

    private CallerCredentials(AwsCredentialsProvider provider, Optional<StsClient> sts) {
        this.provider = provider;
        this.sts = sts;
    }

    static CallerCredentials of(
            ProvisioningConfig caller, CallSettings settings, Partition partition, SdkHttpClient http) {
        DefaultCredentialsProvider.Builder chain = DefaultCredentialsProvider.builder();
        caller.profile().ifPresent(chain::profileName);
        AwsCredentialsProvider own = chain.build();
        if (caller.role().isEmpty()) {
            return new CallerCredentials(own, Optional.empty());
        }
        StsClientBuilder sts = StsClient.builder()
                .httpClient(http)
                .region(Region.of(settings.region().orElse(partition.billingRegion())))
                .credentialsProvider(own);
        settings.endpointUrl().ifPresent(sts::endpointOverride);
        return assuming(caller, sts.build());
    }

    private static CallerCredentials assuming(ProvisioningConfig caller, StsClient sts) {
        AwsCredentialsProvider assumed = StsAssumeRoleCredentialsProvider.builder()
                .stsClient(sts)
                .refreshRequest(request -> {
                    request.roleArn(caller.role().orElseThrow()).roleSessionName(SESSION);
                    caller.externalId().map(Secret::reveal).ifPresent(request::externalId);
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
