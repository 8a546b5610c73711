package io.curlake.provisioning.aws;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** An STS with a certificate that it signed itself, as an inspecting proxy or a private endpoint may have. */
final class TlsServer implements AutoCloseable {
    static final String ARN = "arn:aws:iam::111122223333:user/behind-tls";
    private static final String PASSWORD = "changeit";
    private static final byte[] IDENTITY = ("<GetCallerIdentityResponse><GetCallerIdentityResult>"
                    + "<Account>111122223333</Account><Arn>" + ARN + "</Arn>"
                    + "</GetCallerIdentityResult></GetCallerIdentityResponse>")
            .getBytes(StandardCharsets.UTF_8);

    private final HttpsServer server;
    private final Path certificate;

    private TlsServer(HttpsServer server, Path certificate) {
        this.server = server;
        this.certificate = certificate;
    }

    static TlsServer start(Path directory) throws Exception {
        KeyStore store = keyStore(directory.resolve("keys.p12"));
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", exchange -> {
            try (exchange;
                    OutputStream body = exchange.getResponseBody()) {
                exchange.getRequestBody().readAllBytes();
                exchange.getResponseHeaders().set("Content-Type", "text/xml");
                exchange.sendResponseHeaders(200, IDENTITY.length);
                body.write(IDENTITY);
            }
        });
        server.start();
        return new TlsServer(server, pem(store, directory.resolve("authority.pem")));
    }

    String endpoint() {
        return "https://localhost:" + server.getAddress().getPort();
    }

    /** A PEM file of the certificate. */
    Path certificate() {
        return certificate;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** Java can read certificates, but makes them by its own tool only. */
    private static KeyStore keyStore(Path file) throws IOException, InterruptedException, GeneralSecurityException {
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        String options = " -genkeypair -alias server -keyalg EC -validity 2 -dname CN=localhost"
                + " -ext san=dns:localhost,ip:127.0.0.1 -storetype PKCS12 -storepass " + PASSWORD + " -keystore ";
        Process process = new ProcessBuilder((keytool + options + file).split(" ", -1))
                .inheritIO()
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("Cannot make a certificate: keytool ends with " + process.exitValue());
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }

    private static Path pem(KeyStore store, Path file) throws IOException, GeneralSecurityException {
        String encoded = Base64.getMimeEncoder()
                .encodeToString(store.getCertificate("server").getEncoded());
        return Files.writeString(file, "-----BEGIN CERTIFICATE-----\n" + encoded + "\n-----END CERTIFICATE-----\n");
    }
}
