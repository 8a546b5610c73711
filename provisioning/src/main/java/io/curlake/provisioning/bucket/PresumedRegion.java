package io.curlake.provisioning.bucket;

/** Where a bucket is taken to be until S3 says otherwise. */
public sealed interface PresumedRegion {
    String name();

    /** The configuration says so: if S3 says otherwise, a person has to correct it. */
    record Configured(String name) implements PresumedRegion {}

    /** A guess: if S3 says otherwise, that is where the bucket is. */
    record Guessed(String name) implements PresumedRegion {}
}
