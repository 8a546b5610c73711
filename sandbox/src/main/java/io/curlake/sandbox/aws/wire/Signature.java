package io.curlake.sandbox.aws.wire;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a request's SigV4 header says of its signer. The signature itself is checked by the embedded S3 server only.
 *
 * @param accessKey of the signer
 * @param region that the request is signed for
 * @param service that the request is signed for
 */
public record Signature(String accessKey, String region, String service) {
    private static final Pattern HEADER =
            Pattern.compile("AWS4-HMAC-SHA256 +Credential=([^/,]+)/\\d{8}/([^/,]+)/([^/,]+)"
                    + "/aws4_request, *SignedHeaders=[a-z0-9;_-]+, *Signature=[0-9a-f]{64}");

    /** The signature of a call; empty where there is none or none that is complete. */
    public static Optional<Signature> of(Call call) {
        return call.header("authorization")
                .map(HEADER::matcher)
                .filter(Matcher::matches)
                .map(found -> new Signature(found.group(1), found.group(2), found.group(3)));
    }

    /** {@code aws} or {@code aws-cn}, by the region. */
    public String partition() {
        return region.startsWith("cn-") ? "aws-cn" : "aws";
    }
}
