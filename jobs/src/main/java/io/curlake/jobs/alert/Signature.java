package io.curlake.jobs.alert;

import io.curlake.model.config.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Proves to a receiver that a body comes from someone who has the secret: its HMAC-SHA256, in hexadecimal digits. */
final class Signature {
    static final String HEADER = "X-Curlake-Signature";

    private static final String ALGORITHM = "HmacSHA256";

    private Signature() {}

    static String of(byte[] body, Secret secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.reveal().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            // Every Java has this algorithm, and it takes any key.
            throw new IllegalStateException(e);
        }
    }
}
