package io.curlake.provisioning.delivery;

import java.time.Instant;

/** An object of a bucket. */
public record StoredObject(String key, long size, Instant modified) {
    String fileName() {
        return key.substring(key.lastIndexOf('/') + 1);
    }
}
