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
    static final String NO_ETAG = "modified-";

    /** Whether the version is an etag, by which the store itself can guard a read or a copy. */
    public boolean hasEtag() {
        return !version.startsWith(NO_ETAG);
    }

    /** The last part of the key. */
    public String fileName() {
        return uri.substring(uri.lastIndexOf('/') + 1);
    }
}
