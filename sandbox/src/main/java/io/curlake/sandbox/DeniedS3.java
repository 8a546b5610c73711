package io.curlake.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** An S3 endpoint that denies every request, as AWS does where a policy allows nothing. */
public final class DeniedS3 implements AutoCloseable {
    private static final byte[] ACCESS_DENIED = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Error><Code>AccessDenied</Code><Message>Access Denied</Message><RequestId>sandbox</RequestId></Error>
            """.getBytes(StandardCharsets.UTF_8);

    private final HttpServer server;

    private DeniedS3(HttpServer server) {
        this.server = server;
    }

    public static DeniedS3 start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", DeniedS3::deny);
            server.start();
            return new DeniedS3(server);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start the denying S3 endpoint", e);
        }
    }

    public String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static void deny(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            boolean head = exchange.getRequestMethod().equals("HEAD");
            exchange.getResponseHeaders().set("Content-Type", "application/xml");
            exchange.sendResponseHeaders(403, head ? -1 : ACCESS_DENIED.length);
            if (!head) {
                exchange.getResponseBody().write(ACCESS_DENIED);
            }
        }
    }
}
