package io.curlake.jobs.export;

import io.curlake.jobs.storage.Storage;
import io.curlake.jobs.storage.StoredObject;
import io.curlake.model.config.SourceConfig;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** The bucket a source reads: the one on S3, or its local mirror. Keys are the same in both. */
final class ExportBucket {
    private final Storage storage;
    private final String name;
    private final Optional<String> mirror;

    ExportBucket(Storage storage, SourceConfig source) {
        this.storage = storage;
        this.name = source.export().bucket();
        this.mirror = source.mirror().map(Storage::uri).map(uri -> uri.replaceAll("/+$", ""));
    }

    String name() {
        return name;
    }

    /** Where an object of that key is read. */
    String uri(String key) {
        return mirror.orElse("s3a://" + name) + "/" + key.replaceFirst("^/+", "");
    }

    /** How a person is told of the key. */
    String shown(String key) {
        return mirror.map(m -> m.replaceFirst("^file:/+", "/")).orElse("s3://" + name) + "/" + key;
    }

    /** The manifest of that URI as it is now. */
    Optional<StoredObject> manifest(String uri) {
        return storage.find(uri).map(this::pinned);
    }

    /**
     * A manifest pinned so that any change shows: on S3 its etag does, in a mirror, where copying may keep the time of
     * change, only its content.
     */
    StoredObject pinned(StoredObject manifest) {
        return mirror.isEmpty()
                ? manifest
                : new StoredObject(manifest.uri(), manifest.size(), "sha256-" + sha256(storage.read(manifest.uri())));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
