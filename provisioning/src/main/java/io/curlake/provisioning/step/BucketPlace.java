package io.curlake.provisioning.step;

import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import io.curlake.model.config.SourceConfig;
import io.curlake.provisioning.aws.AwsCalls;
import io.curlake.provisioning.aws.AwsClients;
import io.curlake.provisioning.aws.Denied;
import io.curlake.provisioning.aws.Partition;
import io.curlake.provisioning.aws.Permission;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * Where a source's bucket is.
 *
 * @param region where it is; where it will be if it is not there yet
 * @param exists whether it is there, and the payer's
 */
public record BucketPlace(String region, boolean exists) {
    private static final String REGION_HEADER = "x-amz-bucket-region";

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
        String what = "look for bucket '" + source.export().bucket() + "'";
        String arn = "arn:" + clients.partition() + ":s3:::" + source.export().bucket();
        try {
            return Optional.of(named(AwsCalls.call(
                    what,
                    new Permission("s3:GetBucketLocation", arn),
                    () -> clients.s3(region)
                            .getBucketLocation(
                                    request -> request.bucket(source.export().bucket())
                                            .expectedBucketOwner(source.payer().value()))
                            .locationConstraintAsString())));
        } catch (Denied e) {
            throw notOurs(source, e);
        } catch (AwsServiceException e) {
            if (AwsCalls.code(e).equals("NoSuchBucket")) {
                return Optional.empty();
            }
            return Optional.of(elsewhere(e).orElseThrow(() -> AwsCalls.refusal(what, e)));
        }
    }

    /** S3 calls its first two regions by no name and by an old one. */
    private static String named(@Nullable String constraint) {
        if (constraint == null || constraint.isEmpty() || constraint.equals("null")) {
            return Partition.AWS.billingRegion();
        }
        return constraint.equals("EU") ? "eu-west-1" : constraint;
    }

    /** A call to the wrong region is answered with the right one. */
    private static Optional<String> elsewhere(AwsServiceException e) {
        return Optional.ofNullable(e.awsErrorDetails())
                .flatMap(details -> details.sdkHttpResponse().firstMatchingHeader(REGION_HEADER));
    }

    /** S3 does not tell the two apart. */
    private static Refusal notOurs(SourceConfig source, Denied denied) {
        return new Refusal(
                ExitCode.PERMISSION_DENIED,
                "Cannot use bucket '" + source.export().bucket() + "': it belongs to another account than "
                        + source.payer()
                        + ", or the caller may not look at it. Bucket names are shared by all of AWS: choose another "
                        + "name; or, if the bucket is yours, add this statement to the policy of the caller: "
                        + denied.permission().statement(),
                denied);
    }
}
