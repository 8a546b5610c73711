package io.curlake.sandbox.aws.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One HTTP answer. */
public final class Answer {
    private final int status;
    private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final byte[] body;

    /** An answer without headers. */
    public Answer(int status, byte[] body) {
        this.status = status;
        this.body = body;
    }

    public static Answer empty(int status) {
        return new Answer(status, new byte[0]);
    }

    public static Answer json(int status, JsonNode body) {
        return new Answer(status, body.toString().getBytes(StandardCharsets.UTF_8))
                .with("Content-Type", "application/x-amz-json-1.1");
    }

    /** @param body without the declaration */
    public static Answer xml(int status, String body) {
        String document = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + body;
        return new Answer(status, document.getBytes(StandardCharsets.UTF_8)).with("Content-Type", "application/xml");
    }

    /** Adds a header. */
    public Answer with(String name, String value) {
        return with(name, List.of(value));
    }

    /** Adds a header with several values. */
    public Answer with(String name, List<String> values) {
        headers.put(name, values);
        return this;
    }

    public int status() {
        return status;
    }

    /** Sends it; the body of an answer to HEAD is left out. */
    public void send(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().putAll(headers);
        exchange.getResponseHeaders().set("x-amzn-RequestId", "sandbox");
        exchange.getResponseHeaders().set("x-amz-request-id", "sandbox");
        boolean headless = exchange.getRequestMethod().equals("HEAD") || body.length == 0;
        exchange.sendResponseHeaders(status, headless ? -1 : body.length);
        if (!headless) {
            exchange.getResponseBody().write(body);
        }
    }
}
