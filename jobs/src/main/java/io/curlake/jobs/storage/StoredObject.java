package io.curlake.jobs.storage;

import java.io.Serializable;

/**
 * An object of a store as it was when it was looked at.
 *
 * @param uri {@code s3a://bucket/key} or {@code file:///path}
 * @param size bytes
 * @param version what changes when the content does: the etag, or the time of change where a store has no etags
 * @param versionId under which a bucket with versioning keeps the object for ever; empty where there is none, and where
 *     the object was found in a listing, which does not tell it
 */
public record StoredObject(String uri, long size, String version, String versionId) implements Serializable {
    static final String NO_ETAG = "modified-";

    /** An object of which no version id is known. */
    public StoredObject(String uri, long size, String version) {
        this(uri, size, version, "");
    }

    /** Whether the other has the same content in the same place, whichever way it was found. */
    public boolean isAs(StoredObject other) {
        return uri.equals(other.uri) && size == other.size && version.equals(other.version);
    }

    /** Whether the version is an etag, by which the store itself can guard a read or a copy. */
    public boolean hasEtag() {
        return !version.startsWith(NO_ETAG);
    }

    /** The last part of the key. */
    public String fileName() {
        return uri.substring(uri.lastIndexOf('/') + 1);
    }
}
