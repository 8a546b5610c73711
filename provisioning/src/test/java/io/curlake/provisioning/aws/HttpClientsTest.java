package io.curlake.provisioning.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpClientsTest {
    @TempDir
    Path directory;

    @Test
    void aCertificateThatNobodyKnowsIsNotTrusted() throws Exception {
        try (TlsServer tls = TlsServer.start(directory)) {
            assertThat(TestCalls.whoami(tls.endpoint(), TestCalls.DEFAULT_CHAIN))
                    .isEqualTo("Cannot ask AWS whose credentials these are: the certificate of the endpoint is not "
                            + "trusted: PKIX path building failed: "
                            + "sun.security.provider.certpath.SunCertPathBuilderException: unable to find valid "
                            + "certification path to requested target. Set AWS_CA_BUNDLE to the PEM file of the "
                            + "authority that issued it, such as that of an inspecting proxy.");
        }
    }

    @Test
    void aBundleThatDoesNotExistIsNamed() {
        Path missing = directory.resolve("none.pem");

        assertRefused(
                missing,
                "Cannot use AWS_CA_BUNDLE '" + missing + "': there is no such file. Name a PEM file of certificates.");
    }

    @Test
    void aBundleThatCannotBeReadIsNamed() {
        assertRefused(
                directory,
                "Cannot use AWS_CA_BUNDLE '" + directory
                        + "': it cannot be read: Is a directory. Name a PEM file of certificates.");
    }

    @Test
    void aBundleWithoutCertificatesWouldTrustNobody() throws Exception {
        Path empty = Files.writeString(directory.resolve("empty.pem"), "");

        assertRefused(
                empty,
                "Cannot use AWS_CA_BUNDLE '" + empty
                        + "': it cannot be read: no certificate in it. Name a PEM file of certificates.");
    }

    @Test
    void aBundleOfSomethingElseIsNamed() throws Exception {
        Path text = Files.writeString(directory.resolve("text.pem"), "-----BEGIN CERTIFICATE-----\nno\n");

        assertThatThrownBy(() -> HttpClients.of(Optional.of(text.toString())))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("Cannot use AWS_CA_BUNDLE '" + text + "': it cannot be read: ")
                .hasMessageEndingWith(". Name a PEM file of certificates.");
    }

    private static void assertRefused(Path bundle, String message) {
        assertThatThrownBy(() -> HttpClients.of(Optional.of(bundle.toString())))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal).hasMessage(message);
                    assertThat(refusal.exitCode()).isEqualTo(ExitCode.USAGE);
                });
    }
}
