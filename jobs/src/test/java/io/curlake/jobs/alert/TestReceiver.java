package io.curlake.jobs.alert;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A receiver of alerts on this machine that answers as told, and then with 200. */
public final class TestReceiver implements AutoCloseable {
    /** Answers the headers and then nothing. */
    static final int STALLED = -1;

    /** Cuts the connection. */
    static final int CUT = -2;

    /** A request as it came. */
    record Received(String method, String path, String contentType, String signature, String body) {
        JsonNode json() {
            try {
                return new ObjectMapper().readTree(body);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();
    private final List<Received> received = new CopyOnWriteArrayList<>();

    public TestReceiver(Integer... answers) throws IOException {
        this.answers.addAll(List.of(answers));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    /** An address whose path nobody but the receiver may see. */
    public String address() {
        return "http://localhost:" + server.getAddress().getPort() + "/services/T0SECRET";
    }

    List<Received> received() {
        return received;
    }

    /** The bodies, as JSON. */
    public List<JsonNode> alerts() {
        return received.stream().map(Received::json).toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        received.add(new Received(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                header(exchange, "Content-Type"),
                header(exchange, Signature.HEADER),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        Integer next = answers.poll();
        int status = next == null ? 200 : next;
        if (status == CUT) {
            exchange.close();
        } else if (status == STALLED) {
            exchange.sendResponseHeaders(200, 10);
            exchange.getResponseBody().flush();
        } else {
            byte[] text = "invalid_token T0SECRET".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, text.length);
            exchange.getResponseBody().write(text);
            exchange.close();
        }
    }

    private static String header(HttpExchange exchange, String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
