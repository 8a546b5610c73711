package io.curlake.jobs.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import io.curlake.sandbox.DeniedS3;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class StorageOnS3Test {
    private static final String MANIFEST = "s3a://acme-billing/exports/acme-cur2/metadata/BILLING_PERIOD=2026-10/"
            + "2026-11-03T04:05:06.789Z-6b622448/acme-cur2-Manifest.json";

    private final Storage storage = TestStores.s3("acme-billing");

    @Test
    void aKeyWithColonsIsReadWrittenAndListed() {
        storage.write(MANIFEST, "{}".getBytes(UTF_8));

        assertThat(storage.read(MANIFEST)).asString(UTF_8).isEqualTo("{}");
        assertThat(storage.find(MANIFEST)).hasValueSatisfying(object -> {
            assertThat(object.uri()).isEqualTo(MANIFEST);
            assertThat(object.size()).isEqualTo(2);
        });
        assertThat(storage.folders("s3a://acme-billing/exports/acme-cur2/metadata/BILLING_PERIOD=2026-10"))
                .containsExactly("2026-11-03T04:05:06.789Z-6b622448");
    }

    @Test
    void anotherContentIsAnotherVersion() {
        String uri = "s3a://acme-billing/versions/a.json";
        storage.write(uri, "one".getBytes(UTF_8));
        String before = storage.find(uri).orElseThrow().version();

        storage.write(uri, "two".getBytes(UTF_8));

        assertThat(storage.find(uri).orElseThrow().version()).isNotEqualTo(before);
    }

    @Test
    void aDeniedBucketIsRefusedWithWhatToAllow() {
        try (DeniedS3 denied = DeniedS3.start()) {
            Storage outsider = TestStores.endpoint(denied.endpoint());

            assertRefused(
                    () -> outsider.read("s3a://acme-billing/exports/a.json"),
                    ExitCode.PERMISSION_DENIED,
                    "Cannot read s3://acme-billing/exports/a.json: access denied. Allow s3:GetObject, s3:ListBucket and "
                            + "s3:GetBucketLocation on arn:aws:s3:::acme-billing and arn:aws:s3:::acme-billing/*.");
            assertRefused(
                    () -> outsider.write("s3a://acme-billing/exports/a.json", new byte[1]),
                    ExitCode.PERMISSION_DENIED,
                    "Cannot write s3://acme-billing/exports/a.json: access denied. Allow s3:PutObject, s3:DeleteObject, "
                            + "s3:GetObject and s3:ListBucket on arn:aws:s3:::acme-billing and arn:aws:s3:::acme-billing/*.");
        }
    }

    @Test
    void anUnknownBucketIsRefusedAndNotTakenForAnEmptyFolder() {
        String message =
                "Cannot reach s3://acme-biling/exports: there is no bucket 'acme-biling', or not in this account's "
                        + "reach. Check the bucket's name and region in the configuration.";

        assertRefused(() -> storage.files("s3a://acme-biling/exports"), ExitCode.PERMISSION_DENIED, message);
        assertRefused(() -> storage.find("s3a://acme-biling/exports"), ExitCode.PERMISSION_DENIED, message);
        assertRefused(
                () -> storage.write("s3a://acme-biling/exports", new byte[1]), ExitCode.PERMISSION_DENIED, message);
    }

    @Test
    void anEndpointThatDoesNotAnswerIsRefusedSoon() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        Storage nowhere = TestStores.endpoint("http://127.0.0.1:" + port);
        Instant start = Instant.now();

        assertRefused(
                () -> nowhere.read("s3a://acme-billing/a.json"),
                ExitCode.UNEXPECTED,
                "Cannot reach s3://acme-billing/a.json: the S3 endpoint does not answer (Connect to 127.0.0.1:" + port
                        + " [/127.0.0.1] failed: Connection refused). Check s3.endpoint in the configuration and the network.");
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void anEndpointWithoutAnAddressIsNamed() {
        Storage nowhere = TestStores.endpoint("http://no-such-host.invalid:9000");

        assertThatThrownBy(() -> nowhere.read("s3a://acme-billing/a.json"))
                .hasMessageMatching(
                        "Cannot reach s3://acme-billing/a\\.json: the S3 endpoint does not answer "
                                + "\\(no-such-host\\.invalid[^()]*\\)\\. Check s3\\.endpoint in the configuration and the network\\.");
    }

    private static void assertRefused(ThrowingCallable call, ExitCode exitCode, String message) {
        assertThatThrownBy(call)
                .hasMessage(message)
                .asInstanceOf(InstanceOfAssertFactories.type(Refusal.class))
                .extracting(Refusal::exitCode)
                .isEqualTo(exitCode);
    }
}
