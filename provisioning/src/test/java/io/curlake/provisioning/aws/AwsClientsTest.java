package io.curlake.provisioning.aws;

import static io.curlake.provisioning.aws.TestCalls.BUCKET;
import static io.curlake.provisioning.aws.TestCalls.DEFAULT_CHAIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.model.config.S3Config;
import io.curlake.model.config.Secret;
import io.curlake.provisioning.StandIn;
import io.curlake.sandbox.aws.AwsRequest;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;

class AwsClientsTest {
    @TempDir
    Path directory;

    private StandIn standIn;

    @BeforeEach
    void start() {
        standIn = new StandIn(directory);
        standIn.aws().buckets().add(BUCKET, "111122223333", "us-east-1");
    }

    @AfterEach
    void stop() {
        standIn.close();
    }

    @Test
    void aStoreOnThisMachineHasItsBucketsInThePathWhateverIsConfigured() {
        for (String host : new String[] {"localhost", "127.0.0.1"}) {
            standIn.aws().forgetRequests();

            try (AwsClients clients = clients(
                    "", store("http://" + host + ":" + port(standIn.aws().endpoint())))) {
                clients.s3("us-east-1").getBucketLocation(request -> request.bucket(BUCKET));
            }

            assertThat(standIn.aws().requests())
                    .extracting(AwsRequest::path)
                    .containsExactly("/" + BUCKET + "?location");
        }
    }

    @Test
    void aStoreElsewhereHasThemWhereItIsConfigured() {
        try (AwsClients clients = clients("", store("https://store.example"))) {
            assertThat(url(clients)).isEqualTo("https://acme-billing.store.example/a");
        }
    }

    @Test
    void atAwsABucketIsPartOfTheHost() {
        try (AwsClients clients = TestCalls.at("", DEFAULT_CHAIN)) {
            assertThat(url(clients)).isEqualTo("https://acme-billing.s3.amazonaws.com/a");
        }
    }

    @Test
    void aGivenEndpointWinsOverTheStoresOwn() {
        try (AwsClients clients = clients(standIn.aws().endpoint(), store("https://store.example"))) {
            clients.s3("us-east-1").getBucketLocation(request -> request.bucket(BUCKET));
        }

        assertThat(standIn.aws().requests("GetBucketLocation"))
                .extracting(AwsRequest::path)
                .containsExactly("/" + BUCKET + "?location");
    }

    private AwsClients clients(String endpoint, S3Config store) {
        return new AwsClients(
                new CallSettings(
                        DEFAULT_CHAIN,
                        Optional.of(endpoint).filter(url -> !url.isEmpty()).map(URI::create),
                        Optional.of(store),
                        Optional.empty()),
                Partition.AWS);
    }

    private S3Config store(String endpoint) {
        return new S3Config(
                Optional.of(endpoint),
                false,
                Optional.of(standIn.aws().accessKey()),
                Optional.of(new Secret(standIn.aws().secretKey())));
    }

    private static int port(String endpoint) {
        return URI.create(endpoint).getPort();
    }

    private static String url(AwsClients clients) {
        S3Client s3 = clients.s3("us-east-1");
        return s3.utilities().getUrl(request -> request.bucket(BUCKET).key("a")).toString();
    }
}
