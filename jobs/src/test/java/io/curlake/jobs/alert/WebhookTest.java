package io.curlake.jobs.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.model.config.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookTest {
    private static final Alert ALERT = new Alert(
            "load", "s3a://acme-finops/curlake", Instant.parse("2026-11-23T02:00:00Z"), List.of(new Event.Test()));
    private static final String BODY = "{\"source\":\"curlake\",\"verb\":\"load\",\"warehouse\":"
            + "\"s3a://acme-finops/curlake\",\"at\":\"2026-11-23T02:00:00Z\",\"events\":[{\"event\":\"test\","
            + "\"message\":\"This is a test: alerts of curlake arrive here.\"}],\"text\":\"curlake load, "
            + "s3a://acme-finops/curlake\\n• This is a test: alerts of curlake arrive here.\"}";

    @Test
    void anAlertIsOnePostOfOneJsonObject() throws IOException {
        try (TestReceiver receiver = new TestReceiver(204)) {
            Answer answer = webhook(receiver.address()).send(ALERT);

            assertThat(answer.isDelivered()).isTrue();
            assertThat(answer).hasToString("localhost answered 204");
            assertThat(receiver.received()).singleElement().satisfies(request -> {
                assertThat(request.method()).isEqualTo("POST");
                assertThat(request.path()).isEqualTo("/services/T0SECRET");
                assertThat(request.contentType()).isEqualTo("application/json; charset=utf-8");
                assertThat(request.signature()).isEmpty();
                assertThat(request.body()).isEqualTo(BODY);
            });
        }
    }

    /** Computed with: printf '%s' BODY | openssl dgst -sha256 -hmac open-sesame. */
    @Test
    void aSecretSignsTheBody() throws IOException {
        try (TestReceiver receiver = new TestReceiver()) {
            new Webhook(new Secret(receiver.address()), Optional.of(new Secret("open-sesame")), timing()).send(ALERT);

            assertThat(receiver.received().get(0).signature())
                    .isEqualTo("sha256=1c72a2b571e16e74e4bf2c9b123a8847f09f77e62f4a57441ba927a062a5bee1");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503, 429, TestReceiver.CUT})
    void troubleIsTriedAgainWithTheSameBytes(int trouble) throws IOException {
        try (TestReceiver receiver = new TestReceiver(trouble, trouble)) {
            Answer answer = webhook(receiver.address()).send(ALERT);

            assertThat(answer).hasToString("localhost answered 200 (3 attempts)");
            assertThat(receiver.received())
                    .hasSize(3)
                    .allSatisfy(request -> assertThat(request.body())
                            .isEqualTo(receiver.received().get(0).body()));
        }
    }

    @Test
    void threeAttemptsAreEnough() throws IOException {
        try (TestReceiver receiver = new TestReceiver(500, 502, 503, 200)) {
            Answer answer = webhook(receiver.address()).send(ALERT);

            assertThat(answer.isDelivered()).isFalse();
            assertThat(answer).hasToString("localhost answered 503 (3 attempts)");
            assertThat(receiver.received()).hasSize(3);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 400, 403, 404, 410})
    void aRefusalIsNotTriedAgain(int refusal) throws IOException {
        try (TestReceiver receiver = new TestReceiver(refusal)) {
            Answer answer = webhook(receiver.address()).send(ALERT);

            assertThat(answer.isDelivered()).isFalse();
            assertThat(answer).hasToString("localhost answered " + refusal);
            assertThat(receiver.received()).hasSize(1);
        }
    }

    @Test
    void aReceiverThatStallsInTheMiddleOfItsAnswerIsGivenUp() throws IOException {
        try (TestReceiver receiver =
                new TestReceiver(TestReceiver.STALLED, TestReceiver.STALLED, TestReceiver.STALLED)) {
            assertThat(webhook(receiver.address()).send(ALERT))
                    .hasToString("localhost did not answer within 300 ms (3 attempts)");
        }
    }

    @Test
    void aReceiverThatNeverAnswersIsGivenUp() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            assertThat(webhook("http://localhost:" + silent.getLocalPort() + "/T0SECRET")
                            .send(ALERT))
                    .hasToString("localhost did not answer within 300 ms (3 attempts)");
        }
    }

    @Test
    void ofAReceiverThatIsNotThereOnlyTheHostIsNamed() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }

        assertThat(webhook("http://localhost:" + port + "/T0SECRET").send(ALERT))
                .hasToString("localhost could not be reached: ConnectException (3 attempts)");
    }

    @Test
    void whoeverInterruptsIsHeard() throws IOException {
        try (TestReceiver receiver = new TestReceiver(TestReceiver.STALLED)) {
            Thread.currentThread().interrupt();

            Answer answer = webhook(receiver.address()).send(ALERT);

            assertThat(Thread.interrupted()).isTrue();
            assertThat(answer).hasToString("localhost was not waited for: interrupted");
        }
    }

    private static Webhook webhook(String address) {
        return new Webhook(new Secret(address), Optional.empty(), timing());
    }

    private static Timing timing() {
        Duration aMoment = Duration.ofMillis(1);
        return new Timing(Duration.ofSeconds(5), Duration.ofMillis(300), List.of(aMoment, aMoment));
    }
}
