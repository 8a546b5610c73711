package io.curlake.jobs.storage;

import java.io.Serializable;

/**
 * An object of a store as it was when it was looked at.
 *
 * @param uri {@code s3a://bucket/key} or {@code file:///path}
 * @param size bytes
 * @param version what changes when the content does: the etag, or the time of change where a store has no etags
 */
public record StoredObject(String uri, long size, String version) implements Serializable {
    /** The last part of the key. */
    public String fileName() {
        return uri.substring(uri.lastIndexOf('/') + 1);
    }
}
