package io.curlake.sandbox.aws.bucket;

import io.curlake.sandbox.S3Server;
import io.curlake.sandbox.aws.wire.Answer;
import io.curlake.sandbox.aws.wire.Call;
import io.curlake.sandbox.aws.wire.Caller;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The way on to the embedded server. A request goes over a plain socket because Java's HTTP clients write a Host header of
 * their own, and the one that was signed has to survive.
 */
public final class EmbeddedS3 {
    private static final Set<String> NOT_PASSED_ON =
            Set.of("connection", "content-length", "expect", "transfer-encoding");

    private final S3Server server;

    public EmbeddedS3(S3Server server) {
        this.server = server;
    }

    Answer forward(Call call, Caller caller) {
        URI endpoint = URI.create(server.endpoint());
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), endpoint.getPort())) {
            byte[] body = unknown(caller) ? Resigning.content(call) : call.body();
            OutputStream out = socket.getOutputStream();
            out.write(head(call, headers(call, caller, endpoint), body.length).getBytes(StandardCharsets.ISO_8859_1));
            out.write(body);
            out.flush();
            return RawAnswer.read(socket.getInputStream().readAllBytes(), call.method());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot reach the embedded S3 server", e);
        }
    }

    /** Signatures by the embedded server's own key stay as they are; a role's session is unknown to it. */
    private Map<String, List<String>> headers(Call call, Caller caller, URI endpoint) {
        Map<String, List<String>> headers = new TreeMap<>(call.headers());
        if (unknown(caller)) {
            headers.put("host", List.of(endpoint.getAuthority()));
            new Resigning(server.accessKey(), server.secretKey()).sign(call, headers);
        }
        return headers;
    }

    private boolean unknown(Caller caller) {
        return !caller.accessKey().equals(server.accessKey());
    }

    private static String head(Call call, Map<String, List<String>> headers, int length) {
        StringBuilder head = new StringBuilder(call.method()).append(' ').append(call.path());
        if (!call.query().isEmpty()) {
            head.append('?').append(call.query());
        }
        head.append(" HTTP/1.1\r\n");
        headers.forEach((name, values) -> {
            if (!NOT_PASSED_ON.contains(name)) {
                values.forEach(
                        value -> head.append(name).append(": ").append(value).append("\r\n"));
            }
        });
        return head.append("content-length: " + length + "\r\nconnection: close\r\n\r\n")
                .toString();
    }
}
