package io.curlake.provisioning.bucket;

import java.util.List;
import java.util.Optional;

/**
 * A bucket as AWS describes it.
 *
 * @param policy the JSON text
 * @param versioning Enabled or Suspended; none where it was never switched on
 */
public record BucketFacts(
        String bucket,
        Ownership ownership,
        Fact<String> region,
        Fact<String> policy,
        Fact<Encryption> encryption,
        Fact<List<Expiry>> expiries,
        Fact<String> versioning) {

    /** Whose a bucket is. */
    public enum Ownership {
        OURS,
        ANOTHER_ACCOUNTS,
        NO_BUCKET,
        UNKNOWN
    }

    /**
     * How objects are encrypted unless they say otherwise.
     *
     * @param algorithm AES256, aws:kms or aws:kms:dsse
     * @param key of KMS; without one AWS's own key for S3
     */
    public record Encryption(String algorithm, Optional<String> key) {
        public boolean isKms() {
            return algorithm.startsWith("aws:kms");
        }
    }

    /** A lifecycle rule in force that deletes objects below a prefix, days after they are made. */
    public record Expiry(String rule, String prefix, int days) {}

    static BucketFacts without(String bucket, Ownership ownership) {
        return new BucketFacts(
                bucket,
                ownership,
                new Fact.Unknown<>(),
                new Fact.Unknown<>(),
                new Fact.Unknown<>(),
                new Fact.Unknown<>(),
                new Fact.Unknown<>());
    }
}
