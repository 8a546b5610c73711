package io.curlake.model.config;

import java.util.Optional;

/** An S3-compatible store other than AWS: its endpoint and, where its keys are not in the default chain, its keys. */
public record S3Config(
        Optional<String> endpoint, boolean pathStyle, Optional<String> accessKey, Optional<Secret> secretKey) {}
