package io.curlake.provisioning.aws;

import io.curlake.model.config.S3Config;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.services.bcmdataexports.BcmDataExportsClient;
import software.amazon.awssdk.services.costandusagereport.CostAndUsageReportClient;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * Clients of the services that provisioning calls, made when first asked for, over one HTTP client and one caller. The
 * billing services live in one region of their partition, whatever the bucket's.
 */
public final class AwsClients implements AutoCloseable {
    private final Connection connection;
    private final CallerCredentials credentials;
    private final CallerCredentials reader;
    private final Map<String, SdkAutoCloseable> clients = new ConcurrentHashMap<>();

    public AwsClients(CallSettings settings, Partition partition) {
        this.connection = new Connection(
                settings, partition, HttpClients.of(Optional.ofNullable(System.getenv("AWS_CA_BUNDLE"))));
        this.credentials = CallerCredentials.of(settings.credentials(), connection);
        this.reader = CallerCredentials.of(settings.reader(), connection);
    }

    public Partition partition() {
        return connection.partition();
    }

    public BcmDataExportsClient dataExports() {
        return client(
                "bcm-data-exports",
                () -> configured(BcmDataExportsClient.builder(), billingRegion(), credentials)
                        .build());
    }

    public CostAndUsageReportClient reports() {
        return client(
                "cur",
                () -> configured(CostAndUsageReportClient.builder(), billingRegion(), credentials)
                        .build());
    }

    public OrganizationsClient organizations() {
        return client(
                "organizations",
                () -> configured(OrganizationsClient.builder(), billingRegion(), credentials)
                        .build());
    }

    public StsClient sts() {
        return client(
                "sts",
                () -> configured(StsClient.builder(), connection.homeRegion(), credentials)
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
        S3ClientBuilder builder = configured(S3Client.builder(), region, caller);
        connection.settings().s3().ifPresent(store -> at(store, builder));
        S3Client client = builder.build();
        if (byHostName(client)) {
            return client;
        }
        client.close();
        return builder.forcePathStyle(true).build();
    }

    private void at(S3Config store, S3ClientBuilder builder) {
        if (connection.settings().endpointUrl().isEmpty()) {
            store.endpoint().map(URI::create).ifPresent(builder::endpointOverride);
        }
        store.accessKey()
                .ifPresent(
                        key -> builder.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(
                                key, store.secretKey().orElseThrow().reveal()))));
        builder.forcePathStyle(store.pathStyle());
    }

    /**
     * Whether buckets may be part of the host's name: at AWS, and at stores that are configured so. Only the client knows
     * whether a variable or a profile has sent it elsewhere, where such names hardly resolve.
     */
    private boolean byHostName(S3Client client) {
        Optional<URI> elsewhere = client.serviceClientConfiguration().endpointOverride();
        boolean configured = connection.settings().endpointUrl().isEmpty()
                && connection.settings().s3().flatMap(S3Config::endpoint).isPresent();
        return elsewhere.isEmpty()
                || (configured
                        && elsewhere
                                .filter(endpoint -> "localhost".equals(endpoint.getHost()))
                                .isEmpty());
    }

    @Override
    public void close() {
        clients.values().forEach(SdkAutoCloseable::close);
        credentials.close();
        reader.close();
        connection.http().close();
    }

    private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B configured(
            B builder, String region, CallerCredentials caller) {
        return connection.configured(builder, region, caller.caller(), caller.provider());
    }

    private String billingRegion() {
        return connection.partition().billingRegion();
    }

    @SuppressWarnings("unchecked") // each key stands for one type
    private <T extends SdkAutoCloseable> T client(String key, Supplier<T> make) {
        return (T) clients.computeIfAbsent(key, k -> make.get());
    }
}
