package io.curlake.sandbox.aws;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bcmdataexports.BcmDataExportsClient;
import software.amazon.awssdk.services.costandusagereport.CostAndUsageReportClient;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.StsClient;

/** The real SDK's clients of a stand-in; they try once. */
final class Clients {
    private static final SdkHttpClient HTTP = ApacheHttpClient.create();

    private final AwsStandIn aws;
    private final AwsCredentials credentials;

    Clients(AwsStandIn aws) {
        this(aws, AwsBasicCredentials.create(aws.accessKey(), aws.secretKey()));
    }

    Clients(AwsStandIn aws, AwsCredentials credentials) {
        this.aws = aws;
        this.credentials = credentials;
    }

    BcmDataExportsClient dataExports() {
        return dataExports("us-east-1");
    }

    BcmDataExportsClient dataExports(String region) {
        return in(region, BcmDataExportsClient.builder().httpClient(HTTP));
    }

    CostAndUsageReportClient reports() {
        return in("us-east-1", CostAndUsageReportClient.builder().httpClient(HTTP));
    }

    OrganizationsClient organizations() {
        return in("us-east-1", OrganizationsClient.builder().httpClient(HTTP));
    }

    StsClient sts() {
        return in("us-east-1", StsClient.builder().httpClient(HTTP));
    }

    S3Client s3(String region) {
        return in(region, S3Client.builder().httpClient(HTTP).forcePathStyle(true));
    }

    private <B extends AwsClientBuilder<B, C>, C> C in(String region, B builder) {
        return builder.region(Region.of(region))
                .endpointOverride(URI.create(aws.endpoint()))
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .overrideConfiguration(ClientOverrideConfiguration.builder()
                        .retryStrategy(AwsRetryStrategy.doNotRetry())
                        .build())
                .build();
    }
}
