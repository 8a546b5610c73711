package io.curlake.provisioning.check.bucket;

import io.curlake.provisioning.bucket.BucketFacts.Encryption;
import io.curlake.provisioning.bucket.Fact;
import io.curlake.provisioning.check.finding.Finding;
import java.util.Optional;

/** Whether the bucket's encryption needs rights of a key. */
final class EncryptionFinding {
    private static final String SETTING = "encryption";

    private EncryptionFinding() {}

    static Finding of(Fact<Encryption> fact, Delivering delivering) {
        if (fact instanceof Fact.Unknown) {
            return Finding.note(SETTING, "not readable; with a KMS key AWS and the reader need rights of the key");
        }
        Optional<Encryption> encryption = fact.value().filter(Encryption::isKms);
        if (encryption.isEmpty()) {
            return Finding.ok(SETTING, "by S3's own keys: needs no further right");
        }
        return encryption
                .flatMap(Encryption::key)
                .map(key -> Finding.note(
                        SETTING,
                        "with KMS key '" + key + "': AWS needs rights of the key to deliver, and whoever reads needs "
                                + "kms:Decrypt",
                        "See that the policy of the key has this statement: " + keyStatement(delivering)))
                .orElseGet(() -> Finding.note(
                        SETTING,
                        "with AWS's own KMS key for S3, whose policy nobody can change: deliveries may fail",
                        "Encrypt the bucket with SSE-S3, or with a key of your own that has this statement: "
                                + keyStatement(delivering)));
    }

    private static String keyStatement(Delivering delivering) {
        return "{\"Effect\": \"Allow\", \"Principal\": {\"Service\": \""
                + delivering.principal()
                + "\"}, \"Action\": [\"kms:GenerateDataKey*\", \"kms:Decrypt\"], \"Resource\": \"*\", \"Condition\": "
                + "{\"StringEquals\": {\"aws:SourceAccount\": \""
                + delivering.delivery().payer() + "\"}}}";
    }
}
