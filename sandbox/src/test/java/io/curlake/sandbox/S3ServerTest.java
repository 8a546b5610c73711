package io.curlake.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class S3ServerTest {
    @TempDir
    Path directory;

    @Test
    void aServerRefusesUnsignedRequestsUntilItIsClosed() throws Exception {
        String endpoint;

        try (S3Server server = S3Server.start(directory)) {
            endpoint = server.endpoint();
            server.createBucket("acme-billing");

            assertThat(get(endpoint + "/acme-billing").body()).contains("<Code>AccessDenied</Code>");
        }

        assertThatThrownBy(() -> get(endpoint)).isInstanceOf(ConnectException.class);
    }

    @Test
    void twoServersRunBesideEachOther() {
        try (S3Server one = S3Server.start(directory.resolve("one"));
                S3Server two = S3Server.start(directory.resolve("two"))) {
            assertThat(one.endpoint()).isNotEqualTo(two.endpoint());
        }
    }

    @Test
    void aServerPrintsNothing() throws Exception {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));

        try (S3Server server = S3Server.start(directory)) {
            get(server.endpoint() + "/acme-billing");
        } finally {
            System.setOut(before);
        }

        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void aDeniedEndpointAnswersAsAwsDoes() throws Exception {
        try (DeniedS3 denied = DeniedS3.start()) {
            HttpResponse<String> answer = get(denied.endpoint() + "/acme-billing/key");

            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("<Code>AccessDenied</Code>");
        }
    }

    private static HttpResponse<String> get(String uri) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(uri)).build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
