package io.curlake.provisioning.aws;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bcmdataexports.BcmDataExportsClient;
import software.amazon.awssdk.services.costandusagereport.CostAndUsageReportClient;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * Clients of the services that provisioning calls, made when first asked for, over one HTTP client and one caller. The
 * billing services live in one region of their partition, whatever the bucket's.
 */
public final class AwsClients implements AutoCloseable {
    private static final int ATTEMPTS = 8;
    private static final Duration LONGEST_CALL = Duration.ofMinutes(2);

    private final CallSettings settings;
    private final Partition partition;
    private final SdkHttpClient http;
    private final CallerCredentials credentials;
    private final CallerCredentials reader;
    private final Map<String, AutoCloseable> clients = new ConcurrentHashMap<>();

    public AwsClients(CallSettings settings, Partition partition) {
        this.settings = settings;
        this.partition = partition;
        this.http = HttpClients.of(Optional.ofNullable(System.getenv("AWS_CA_BUNDLE")));
        this.credentials = CallerCredentials.of(settings.credentials(), settings, partition, http);
        this.reader = CallerCredentials.of(settings.reader(), settings, partition, http);
    }

    public Partition partition() {
        return partition;
    }

    public BcmDataExportsClient dataExports() {
        return client(
                "bcm-data-exports",
                () -> configured(BcmDataExportsClient.builder(), billingRegion())
                        .httpClient(http)
                        .build());
    }

    public CostAndUsageReportClient reports() {
        return client(
                "cur",
                () -> configured(CostAndUsageReportClient.builder(), billingRegion())
                        .httpClient(http)
                        .build());
    }

    public OrganizationsClient organizations() {
        return client(
                "organizations",
                () -> configured(OrganizationsClient.builder(), billingRegion())
                        .httpClient(http)
                        .build());
    }

    public StsClient sts() {
        return client(
                "sts",
                () -> configured(
                                StsClient.builder(),
                                settings.region().map(Region::of).orElseGet(this::billingRegion))
                        .httpClient(http)
                        .build());
    }

    /** @param region of the bucket */
    public S3Client s3(String region) {
        return client("s3 " + region, () -> s3(region, credentials));
    }

    /** The same for what is in the bucket, with the rights that read deliveries. */
    public S3Client readingS3(String region) {
        return client("reading s3 " + region, () -> s3(region, reader));
    }

    private S3Client s3(String region, CallerCredentials caller) {
        S3ClientBuilder builder =
                configured(S3Client.builder(), Region.of(region)).httpClient(http);
        builder.credentialsProvider(caller.provider());
        settings.s3().ifPresent(s3 -> {
            s3.endpoint().map(URI::create).ifPresent(builder::endpointOverride);
            s3.accessKey()
                    .ifPresent(key ->
                            builder.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(
                                    key, s3.secretKey().orElseThrow().reveal()))));
            builder.forcePathStyle(s3.pathStyle());
        });
        if (settings.endpointUrl().isPresent()) {
            builder.forcePathStyle(true);
        }
        return builder.build();
    }

    @Override
    public void close() {
        clients.values().forEach(AwsClients::close);
        credentials.close();
        reader.close();
        http.close();
    }

    private <B extends AwsClientBuilder<B, C>, C> B configured(B builder, Region region) {
        settings.endpointUrl().ifPresent(builder::endpointOverride);
        AwsCredentialsProvider provider = credentials.provider();
        return builder.region(region)
                .credentialsProvider(provider)
                .overrideConfiguration(ClientOverrideConfiguration.builder()
                        .retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                                .maxAttempts(ATTEMPTS)
                                .build())
                        .apiCallTimeout(LONGEST_CALL)
                        .build());
    }

    private Region billingRegion() {
        return Region.of(partition.billingRegion());
    }

    @SuppressWarnings("unchecked") // each key stands for one type
    private <T extends AutoCloseable> T client(String key, Supplier<T> make) {
        return (T) clients.computeIfAbsent(key, k -> make.get());
    }

    private static void close(AutoCloseable client) {
        try {
            client.close();
        } catch (Exception e) {
            throw new IllegalStateException("Cannot close " + client, e);
        }
    }
}
