package io.curlake.sandbox.aws.wire;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One HTTP request, read to its end. */
public final class Call {
    private final String method;
    private final String path;
    private final String query;
    private final Map<String, List<String>> headers;
    private final byte[] body;

    private Call(HttpExchange exchange) throws IOException {
        this.method = exchange.getRequestMethod();
        this.path = exchange.getRequestURI().getRawPath();
        this.query = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        this.headers = new TreeMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        this.body = exchange.getRequestBody().readAllBytes();
    }

    /** Reads a request. */
    public static Call of(HttpExchange exchange) throws IOException {
        return new Call(exchange);
    }

    public String method() {
        return method;
    }

    /** As sent, escapes included. */
    public String path() {
        return path;
    }

    /** As sent; "" where there is none. */
    public String query() {
        return query;
    }

    /** The query's parameters; one without a value has "". */
    public Map<String, String> parameters() {
        return decoded(query);
    }

    /** The parameters of a form body. */
    public Map<String, String> form() {
        return decoded(text());
    }

    /** Names in lower case. */
    public Map<String, List<String>> headers() {
        return Collections.unmodifiableMap(headers);
    }

    /** @param name in lower case */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name)).map(values -> values.get(0));
    }

    public byte[] body() {
        return body;
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    private static Map<String, String> decoded(String pairs) {
        Map<String, String> decoded = new LinkedHashMap<>();
        for (String pair : pairs.split("&", -1)) {
            if (!pair.isEmpty()) {
                String[] sides = pair.split("=", 2);
                decoded.put(decode(sides[0]), sides.length == 2 ? decode(sides[1]) : "");
            }
        }
        return decoded;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
