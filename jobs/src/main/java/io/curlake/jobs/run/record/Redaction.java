package io.curlake.jobs.run.record;

import io.curlake.model.config.CurlakeConfig;
import io.curlake.model.config.S3Config;
import io.curlake.model.config.Secret;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Takes the configured secrets, and users in addresses, out of a text that leaves for somebody else's machine. No message
 * should have any; this is for those that were written elsewhere.
 */
public record Redaction(List<String> secrets) {
    /** "key:secret@" of "s3a://key:secret@bucket". */
    private static final Pattern USER = Pattern.compile("(?<=://)[^/@\\s']*@");

    /** A shorter one would be found in ordinary words. */
    private static final int SHORTEST = 6;

    public static Redaction of(CurlakeConfig config) {
        return new Redaction(secrets(config)
                .flatMap(Optional::stream)
                .map(Secret::reveal)
                .filter(secret -> secret.length() >= SHORTEST)
                // One may be a part of another.
                .sorted(Comparator.comparing(String::length).reversed())
                .toList());
    }

    private static Stream<Optional<Secret>> secrets(CurlakeConfig config) {
        return Stream.concat(
                Stream.of(
                        config.alerts().webhook(),
                        config.alerts().secret(),
                        config.s3().flatMap(S3Config::secretKey)),
                config.sources().stream()
                        .flatMap(source -> Stream.of(
                                source.externalId(), source.provisioning().externalId())));
    }

    public String of(String text) {
        String redacted = text;
        for (String secret : secrets) {
            redacted = redacted.replace(secret, "***");
        }
        return USER.matcher(redacted).replaceAll("");
    }
}
