package io.curlake.provisioning.step;

import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import io.curlake.model.config.SourceConfig;
import io.curlake.provisioning.aws.AwsCalls;
import io.curlake.provisioning.aws.AwsClients;
import io.curlake.provisioning.aws.Denied;
import io.curlake.provisioning.aws.Permission;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.s3.model.HeadBucketResponse;

/**
 * Where a source's bucket is.
 *
 * @param region where it is; where it will be if it is not there yet
 * @param exists whether it is there, and the payer's
 */
public record BucketPlace(String region, boolean exists) {
    private static final String REGION_HEADER = "x-amz-bucket-region";
    private static final int MOVED = 301;
    private static final int MISSING = 404;

    /** Looks for the bucket. Refuses one of another account, and one in another region than the configuration says. */
    public static BucketPlace of(SourceConfig source, AwsClients clients) {
        String wanted = source.export().region().orElse(clients.partition().billingRegion());
        Optional<String> found = found(source, clients, wanted);
        found.filter(region -> !region.equals(wanted))
                .filter(region -> source.export().region().isPresent())
                .ifPresent(region -> {
                    throw Refusal.usage("Cannot provision '" + source.name() + "': bucket '"
                            + source.export().bucket() + "' is in " + region + ", the configuration says " + wanted
                            + ". Write 'region: " + region + "'.");
                });
        return new BucketPlace(found.orElse(wanted), found.isPresent());
    }

    private static Optional<String> found(SourceConfig source, AwsClients clients, String region) {
        String bucket = source.export().bucket();
        String arn = "arn:" + clients.partition() + ":s3:::" + bucket;
        try {
            HeadBucketResponse head = AwsCalls.call(
                    "look for bucket '" + bucket + "'",
                    new Permission("s3:ListBucket", arn),
                    () -> clients.s3(region)
                            .headBucket(request -> request.bucket(bucket)
                                    .expectedBucketOwner(source.payer().value())));
            return Optional.of(Optional.ofNullable(head.bucketRegion()).orElse(region));
        } catch (Denied e) {
            throw notOurs(source, bucket, e);
        } catch (AwsServiceException e) {
            if (e.statusCode() == MISSING) {
                return Optional.empty();
            }
            return Optional.of(elsewhere(e)
                    .filter(other -> !other.equals(region))
                    .orElseThrow(() -> AwsCalls.refusal("look for bucket '" + bucket + "'", e)));
        }
    }

    /** A call to the wrong region is answered with the right one. */
    private static Optional<String> elsewhere(AwsServiceException e) {
        return e.statusCode() == MOVED
                ? e.awsErrorDetails().sdkHttpResponse().firstMatchingHeader(REGION_HEADER)
                : Optional.empty();
    }

    /** S3 does not tell the two apart. */
    private static Refusal notOurs(SourceConfig source, String bucket, Denied denied) {
        return new Refusal(
                ExitCode.PERMISSION_DENIED,
                "Cannot use bucket '" + bucket + "': it belongs to another account than " + source.payer()
                        + ", or the caller may not look at it. Bucket names are shared by all of AWS: choose another "
                        + "name; or, if the bucket is yours, add this statement to the policy of the caller: "
                        + denied.permission().statement(),
                denied);
    }
}
