package io.curlake.provisioning.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import io.curlake.provisioning.StandIn;
import io.curlake.sandbox.aws.Failure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AwsCallsTest {
    private static final Permission LISTING = new Permission("bcm-data-exports:ListExports", "*");

    @TempDir
    Path directory;

    private StandIn standIn;

    @BeforeEach
    void start() {
        standIn = new StandIn(directory);
    }

    @AfterEach
    void stop() {
        standIn.close();
    }

    @ParameterizedTest
    @CsvSource({
        "403, ExpiredToken",
        "403, ExpiredTokenException",
        "403, InvalidClientTokenId",
        "403, InvalidAccessKeyId",
        "400, InvalidToken",
        "400, UnrecognizedClientException",
        "403, SignatureDoesNotMatch",
        "403, InvalidSignatureException"
    })
    void credentialsThatAwsDoesNotAcceptAreToBeRenewed(int status, String code) {
        standIn.aws().fail("ListExports", Failure.error(status, code, "no"));

        assertRefused(
                ExitCode.PERMISSION_DENIED,
                "Cannot list exports: AWS does not accept the credentials (" + code + "). Renew them, or name others: "
                        + "environment, --profile, or 'provisioning' of the source.");
    }

    @Test
    void anAccessKeyThatNobodyHasIsNotAccepted() {
        System.setProperty("aws.accessKeyId", "AKIANOBODY");

        assertThat(TestCalls.whoami(standIn.aws().endpoint(), TestCalls.DEFAULT_CHAIN))
                .isEqualTo("Cannot ask AWS whose credentials these are: AWS does not accept the credentials "
                        + "(InvalidClientTokenId). Renew them, or name others: environment, --profile, or "
                        + "'provisioning' of the source.");
    }

    @Test
    void aDeniedCallNamesTheRightThatIsMissing() {
        standIn.aws().fail("ListExports", Failure.accessDenied());

        assertThatThrownBy(() -> list(standIn.clients()))
                .isInstanceOfSatisfying(
                        Denied.class,
                        denied -> assertThat(denied.refusal())
                                .hasMessage(
                                        "Cannot list exports: AWS denies bcm-data-exports:ListExports on *. Add this statement to "
                                                + "the policy of the caller: {\"Effect\": \"Allow\", \"Action\": "
                                                + "\"bcm-data-exports:ListExports\", \"Resource\": \"*\"}"));
    }

    @Test
    void aClosedPortIsSaidWithinSeconds() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        Instant start = Instant.now();

        String said = TestCalls.whoami("http://127.0.0.1:" + port, TestCalls.DEFAULT_CHAIN);

        assertThat(said)
                .isEqualTo("Cannot ask AWS whose credentials these are: AWS cannot be reached: Connect to 127.0.0.1:"
                        + port + " [/127.0.0.1] failed: Connection refused. Check the network, the proxy and the "
                        + "endpoint; in the aws partition Data Exports are at bcm-data-exports.us-east-1.api.aws.");
        // Seven pauses of at most 4.5 s together.
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void aHostThatDoesNotExistIsNamed() {
        assertThat(TestCalls.whoami("http://nowhere.invalid", TestCalls.DEFAULT_CHAIN))
                .startsWith("Cannot ask AWS whose credentials these are: AWS cannot be reached: ")
                .contains("cannot be reached: unknown host nowhere.invalid")
                .endsWith(". Check the network, the proxy and the endpoint; in the aws partition Data Exports are at "
                        + "bcm-data-exports.us-east-1.api.aws.");
    }

    private void assertRefused(ExitCode code, String message) {
        assertThatThrownBy(() -> list(standIn.clients())).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal).hasMessage(message);
            assertThat(refusal.exitCode()).isEqualTo(code);
        });
    }

    private static void list(AwsClients clients) {
        AwsCalls.call("list exports", LISTING, () -> clients.dataExports().listExports(request -> {}));
    }
}
