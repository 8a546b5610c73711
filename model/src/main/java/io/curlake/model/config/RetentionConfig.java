package io.curlake.model.config;

import java.time.Duration;

/** How long superseded deliveries stay readable in {@code line_item}. */
public record RetentionConfig(Duration deliveries) {
    public static final RetentionConfig DEFAULT = new RetentionConfig(Duration.ofDays(7));
}
