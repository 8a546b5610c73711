package io.curlake.provisioning.bucket;

import io.curlake.model.Refusal;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** S3's answer to a call in the wrong region: it says which one is right. */
public final class Redirect {
    private static final String REGION_HEADER = "x-amz-bucket-region";

    /** Before it knows the bucket S3 may also take the signature for a mistake. */
    private static final Set<Integer> STATUS = Set.of(301, 307, 400);

    private Redirect() {}

    /** The region to ask instead; empty for any other error. */
    public static Optional<String> region(AwsServiceException e, String asked) {
        return Optional.ofNullable(e.awsErrorDetails())
                .filter(details -> STATUS.contains(e.statusCode()))
                .flatMap(details -> details.sdkHttpResponse().firstMatchingHeader(REGION_HEADER))
                .filter(region -> !region.equals(asked));
    }

    /**
     * The refusal to go on where the configuration names another region than the bucket's.
     *
     * @param what is tried, to follow "Cannot"
     */
    public static Refusal refusal(String what, String bucket, String region, String configured) {
        return Refusal.usage("Cannot " + what + ": bucket '" + bucket + "' is in " + region
                + ", the configuration says " + configured + ". Write 'region: " + region + "'.");
    }
}
