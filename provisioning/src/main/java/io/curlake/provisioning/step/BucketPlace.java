package io.curlake.provisioning.step;

import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import io.curlake.model.config.SourceConfig;
import io.curlake.provisioning.aws.AwsCalls;
import io.curlake.provisioning.aws.AwsClients;
import io.curlake.provisioning.aws.Denied;
import io.curlake.provisioning.bucket.BucketLocation;
import io.curlake.provisioning.bucket.Redirect;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * Where a source's bucket is.
 *
 * @param region where it is; where it will be if it is not there yet
 * @param exists whether it is there, and the payer's
 */
public record BucketPlace(String region, boolean exists) {
    /** Looks for the bucket. Refuses one of another account, and one in another region than the configuration says. */
    public static BucketPlace of(SourceConfig source, AwsClients clients) {
        String wanted = source.export().region().orElse(clients.partition().billingRegion());
        Optional<String> found = found(source, clients, wanted);
        found.filter(region -> !region.equals(wanted))
                .filter(region -> source.export().region().isPresent())
                .ifPresent(region -> {
                    throw Redirect.refusal(
                            "provision '" + source.name() + "'", source.export().bucket(), region, wanted);
                });
        return new BucketPlace(found.orElse(wanted), found.isPresent());
    }

    private static Optional<String> found(SourceConfig source, AwsClients clients, String region) {
        String bucket = source.export().bucket();
        try {
            return BucketLocation.of(clients, bucket, source.payer()).region(region);
        } catch (Denied e) {
            throw notOurs(source, e);
        } catch (AwsServiceException e) {
            throw AwsCalls.refusal("look for bucket '" + bucket + "'", e);
        }
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
