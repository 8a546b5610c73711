package io.curlake.sandbox.aws.bucket;

import io.curlake.sandbox.aws.wire.Answer;
import io.curlake.sandbox.aws.wire.Chunked;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads an HTTP/1.1 answer off the wire, after which the connection ends. */
final class RawAnswer {
    private static final Set<String> NOT_PASSED_ON =
            Set.of("connection", "content-length", "transfer-encoding", "date", "server");

    private RawAnswer() {}

    static Answer read(byte[] bytes, String method) {
        int end = endOfHead(bytes);
        String[] lines = new String(bytes, 0, end, StandardCharsets.ISO_8859_1).split("\r\n", -1);
        Map<String, List<String>> headers = headers(lines);
        byte[] body = Arrays.copyOfRange(bytes, end + 4, bytes.length);
        if (headers.getOrDefault("transfer-encoding", List.of()).contains("chunked")) {
            body = Chunked.joined(body);
        }
        Answer answer = new Answer(Integer.parseInt(lines[0].split(" ", 3)[1]), body);
        headers.forEach((name, values) -> {
            if (!NOT_PASSED_ON.contains(name) || (method.equals("HEAD") && name.equals("content-length"))) {
                answer.with(name, values);
            }
        });
        return answer;
    }

    private static int endOfHead(byte[] bytes) {
        for (int i = 0; i + 3 < bytes.length; i++) {
            if (bytes[i] == '\r' && bytes[i + 1] == '\n' && bytes[i + 2] == '\r' && bytes[i + 3] == '\n') {
                return i;
            }
        }
        throw new IllegalStateException("Cannot read the embedded S3 server's answer: it has no end of headers");
    }

    private static Map<String, List<String>> headers(String[] lines) {
        Map<String, List<String>> headers = new TreeMap<>();
        for (String line : Arrays.copyOfRange(lines, 1, lines.length)) {
            String[] sides = line.split(":", 2);
            headers.computeIfAbsent(sides[0].toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(sides[1].strip());
        }
        return headers;
    }
}
