package io.curlake.provisioning.bucket;

import io.curlake.provisioning.aws.AwsCalls;
import io.curlake.provisioning.aws.DeniedCalls;
import io.curlake.provisioning.aws.Partition;
import io.curlake.provisioning.aws.Permission;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Questions to one bucket, of which S3 answers some with an error that means "none". */
final class BucketCalls {
    private static final Set<String> NONE = Set.of(
            "NoSuchBucketPolicy", "ServerSideEncryptionConfigurationNotFoundError", "NoSuchLifecycleConfiguration");

    /** Of stores that are not AWS's. */
    private static final Set<String> NOT_KNOWN_THERE = Set.of("NotImplemented", "MethodNotAllowed");

    private final Partition partition;
    private final String bucket;
    private final DeniedCalls denied;

    BucketCalls(Partition partition, String bucket, DeniedCalls denied) {
        this.partition = partition;
        this.bucket = bucket;
        this.denied = denied;
    }

    String bucket() {
        return bucket;
    }

    <T> Fact<T> ask(String thing, String action, Supplier<Optional<T>> call) {
        String what = "read " + thing + " of bucket '" + bucket + "'";
        Permission permission = new Permission(action, "arn:" + partition.id() + ":s3:::" + bucket);
        try {
            return denied.attempt(() -> AwsCalls.call(what, permission, call))
                    .map(Fact::of)
                    .orElseGet(Fact.Unknown::new);
        } catch (AwsServiceException e) {
            if (NONE.contains(AwsCalls.code(e))) {
                return new Fact.None<>();
            }
            // Where nobody may say in which region the bucket is, the presumed one may be wrong.
            if (NOT_KNOWN_THERE.contains(AwsCalls.code(e))
                    || e.statusCode() == 501
                    || Redirect.region(e, "").isPresent()) {
                return new Fact.Unknown<>();
            }
            throw AwsCalls.refusal(what, e);
        }
    }
}
