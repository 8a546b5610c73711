package io.curlake.sandbox.fault;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A request as it came over the wire: passed on byte for byte, its signature covers the address it was sent to. */
final class RawRequest {
    private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);

    private final List<String> head;
    private final byte[] body;

    private RawRequest(List<String> head, byte[] body) {
        this.head = head;
        this.body = body;
    }

    static RawRequest read(Socket client) throws IOException {
        InputStream in = client.getInputStream();
        List<String> head = Arrays.asList(untilEmptyLine(in).split("\r\n", -1));
        if (has(head, "expect:")) {
            client.getOutputStream().write(CONTINUE);
        }
        int length = head.stream()
                .filter(line -> begins(line, "content-length:"))
                .mapToInt(line -> Integer.parseInt(line.split(":", 2)[1].strip()))
                .findFirst()
                .orElse(0);
        return new RawRequest(head, in.readNBytes(length));
    }

    /** What is asked for: the same when it is asked for again. */
    String what() {
        return head.stream()
                .filter(line -> line.equals(head.get(0)) || begins(line, "range:"))
                .collect(Collectors.joining(" "));
    }

    boolean isHead() {
        return head.get(0).startsWith("HEAD ");
    }

    /** The whole answer of a server, after which the connection ends. */
    byte[] answer(int port) throws IOException {
        String kept = head.stream()
                .filter(line -> !begins(line, "expect:") && !begins(line, "connection:"))
                .collect(Collectors.joining("\r\n", "", "\r\nConnection: close\r\n\r\n"));
        try (Socket server = new Socket(InetAddress.getLoopbackAddress(), port)) {
            server.getOutputStream().write(kept.getBytes(StandardCharsets.ISO_8859_1));
            server.getOutputStream().write(body);
            server.getOutputStream().flush();
            return server.getInputStream().readAllBytes();
        }
    }

    private static String untilEmptyLine(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        String text = "";
        while (!text.endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("the request has no end of headers");
            }
            head.write(next);
            text = next == '\n' ? head.toString(StandardCharsets.ISO_8859_1) : "";
        }
        return text.substring(0, text.length() - 4);
    }

    private static boolean has(List<String> head, String name) {
        return head.stream().anyMatch(line -> begins(line, name));
    }

    private static boolean begins(String line, String name) {
        return line.toLowerCase(Locale.ROOT).startsWith(name);
    }
}
