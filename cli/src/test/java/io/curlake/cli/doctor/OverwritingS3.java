package io.curlake.cli.doctor;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** A store as there are some: it takes every PUT, whatever its If-None-Match says. It keeps nothing. */
final class OverwritingS3 implements AutoCloseable {
    private static final byte[] NOTHING =
            "<ListBucketResult><KeyCount>0</KeyCount><IsTruncated>false</IsTruncated></ListBucketResult>"
                    .getBytes(StandardCharsets.UTF_8);

    private final HttpServer server;

    private OverwritingS3(HttpServer server) {
        this.server = server;
    }

    static OverwritingS3 start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", OverwritingS3::answer);
            server.start();
            return new OverwritingS3(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            boolean isBucket = path.chars().filter(letter -> letter == '/').count() == 1 || path.matches("/[^/]+/");
            exchange.getResponseHeaders().set("Content-Type", "application/xml");
            switch (exchange.getRequestMethod()) {
                case "HEAD" -> exchange.sendResponseHeaders(isBucket ? 200 : 404, -1);
                case "PUT" -> {
                    exchange.getResponseHeaders().set("ETag", "\"d41d8cd98f00b204e9800998ecf8427e\"");
                    exchange.sendResponseHeaders(200, -1);
                }
                case "GET" -> {
                    exchange.sendResponseHeaders(200, NOTHING.length);
                    exchange.getResponseBody().write(NOTHING);
                }
                default -> exchange.sendResponseHeaders(204, -1);
            }
        }
    }
}
