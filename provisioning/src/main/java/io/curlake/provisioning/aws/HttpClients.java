package io.curlake.provisioning.aws;

import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;

/** The HTTP client below all services. Unlike other SDKs Java's does not read {@code AWS_CA_BUNDLE} by itself. */
final class HttpClients {
    private HttpClients() {}

    /** @param bundle a PEM file of the authorities to trust, instead of Java's own */
    static SdkHttpClient of(Optional<String> bundle) {
        ApacheHttpClient.Builder builder = ApacheHttpClient.builder();
        bundle.filter(file -> !file.isBlank()).ifPresent(file -> {
            TrustManager[] trusted = trusted(Path.of(file));
            builder.tlsTrustManagersProvider(() -> trusted);
        });
        return builder.build();
    }

    private static TrustManager[] trusted(Path bundle) {
        try (InputStream in = Files.newInputStream(bundle)) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("authority-" + ++number, certificate);
            }
            if (number == 0) {
                throw new CertificateException("no certificate in it");
            }
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            return factory.getTrustManagers();
        } catch (NoSuchFileException e) {
            throw refused(bundle, "there is no such file", e);
        } catch (IOException | GeneralSecurityException e) {
            throw refused(
                    bundle,
                    "it cannot be read: "
                            + Optional.ofNullable(e.getCause()).orElse(e).getMessage(),
                    e);
        }
    }

    private static Refusal refused(Path bundle, String reason, Exception cause) {
        return new Refusal(
                ExitCode.USAGE,
                "Cannot use AWS_CA_BUNDLE '" + bundle + "': " + reason + ". Name a PEM file of certificates.",
                cause);
    }
}
