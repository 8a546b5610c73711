package io.curlake.sandbox.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.curlake.sandbox.S3Server;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaultyS3Test {
    @TempDir
    Path directory;

    private S3Server server;
    private FaultyS3 faulty;

    @BeforeEach
    void start() {
        server = S3Server.start(directory);
        server.createBucket("acme-billing");
        faulty = FaultyS3.before(server, 1);
    }

    @AfterEach
    void stop() {
        faulty.close();
        server.close();
    }

    @Test
    void withoutFaultsTheServerBehindAnswers() throws Exception {
        assertThat(get().body()).contains("<Code>AccessDenied</Code>");
        assertThat(faulty.met()).isEmpty();
    }

    @Test
    void aSlowDownIsA503() throws Exception {
        faulty.failAlways(Fault.SLOW_DOWN);

        HttpResponse<String> answer = get();

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("<Code>SlowDown</Code>");
        assertThat(faulty.met()).isEqualTo(Map.of(Fault.SLOW_DOWN, 1));
    }

    @Test
    void aLateAnswerIsWhole() throws Exception {
        faulty.failAlways(Fault.LATE);
        Instant start = Instant.now();

        assertThat(get().body()).endsWith("</Error>");

        assertThat(Duration.between(start, Instant.now())).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"RESET", "ANSWER_LOST"})
    void aBrokenConnectionGivesNoAnswer(Fault fault) {
        faulty.failAlways(fault);

        assertThatThrownBy(this::get).isInstanceOf(IOException.class);
    }

    @Test
    void aPartialBodyLacksItsEnd() {
        faulty.failAlways(Fault.PARTIAL_BODY);

        assertThat(bodyOrFailure()).isNotEmpty().doesNotContain("</Error>");
    }

    @Test
    void aShareOfTheRequestsFailsUntilNoneDoes() throws Exception {
        faulty.fail(1);
        faulty.fail(0);

        assertThat(get().statusCode()).isEqualTo(403);
    }

    @Test
    void whoAsksForTheThirdTimeGetsThroughUnlessEveryRequestFails() {
        faulty.fail(0.999_999);

        assertThat(Stream.generate(this::bodyOrFailure).limit(30).filter(body -> body.contains("AccessDenied")))
                .hasSizeGreaterThanOrEqualTo(10);
    }

    /** A client notices only where the head told a length. */
    private String bodyOrFailure() {
        try {
            return get().body();
        } catch (IOException | InterruptedException e) {
            return e.toString();
        }
    }

    private HttpResponse<String> get() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(faulty.endpoint() + "/acme-billing"))
                .build();
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        return client.send(request, BodyHandlers.ofString());
    }
}
