package io.curlake.sandbox.aws.bucket;

import io.curlake.sandbox.aws.wire.Call;
import io.curlake.sandbox.aws.wire.Chunked;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs a request anew (SigV4), for a caller whose key the embedded server does not know. */
final class Resigning {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String SIGNED = "host;x-amz-content-sha256;x-amz-date";

    private static final Set<String> OF_THE_FIRST_SIGNER = Set.of(
            "x-amz-security-token",
            "content-encoding",
            "x-amz-trailer",
            "x-amz-decoded-content-length",
            "x-amz-sdk-checksum-algorithm");

    private final String accessKey;
    private final String secretKey;

    Resigning(String accessKey, String secretKey) {
        this.accessKey = accessKey;
        this.secretKey = secretKey;
    }

    /** The content as it is signed anew: an upload in signed chunks becomes a plain one. */
    static byte[] content(Call call) {
        boolean chunks = call.header("x-amz-content-sha256").orElse("").startsWith("STREAMING-");
        return chunks ? Chunked.joined(call.body()) : call.body();
    }

    /** Replaces what carries the signature. */
    void sign(Call call, Map<String, List<String>> headers) {
        headers.keySet().removeAll(OF_THE_FIRST_SIGNER);
        String time = TIME.format(Instant.now());
        String payload = hex(sha256(content(call)));
        headers.put("x-amz-date", List.of(time));
        headers.put("x-amz-content-sha256", List.of(payload));
        String request = String.join(
                "\n",
                call.method(),
                call.path(),
                sorted(call.query()),
                "host:" + headers.getOrDefault("host", List.of("")).get(0),
                "x-amz-content-sha256:" + payload,
                "x-amz-date:" + time,
                "",
                SIGNED,
                payload);
        String scope = time.substring(0, 8) + "/us-east-1/s3/aws4_request";
        String text = String.join(
                "\n", "AWS4-HMAC-SHA256", time, scope, hex(sha256(request.getBytes(StandardCharsets.UTF_8))));
        byte[] key = ("AWS4" + secretKey).getBytes(StandardCharsets.UTF_8);
        for (String part : scope.split("/", -1)) {
            key = hmac(key, part);
        }
        headers.put(
                "authorization",
                List.of("AWS4-HMAC-SHA256 Credential=" + accessKey + "/" + scope + ", SignedHeaders=" + SIGNED
                        + ", Signature=" + hex(hmac(key, text))));
    }

    private static String sorted(String query) {
        return Arrays.stream(query.split("&", -1))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair.contains("=") ? pair : pair + "=")
                .sorted()
                .collect(Collectors.joining("&"));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot sign a request", e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot sign a request", e);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
