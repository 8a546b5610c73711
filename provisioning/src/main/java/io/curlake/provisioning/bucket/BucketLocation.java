package io.curlake.provisioning.bucket;

import io.curlake.provisioning.aws.AwsCalls;
import io.curlake.provisioning.aws.AwsClients;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.s3.S3Client;

/** Where a bucket is. */
final class BucketLocation {
    private static final String ELSEWHERE = "x-amz-bucket-region";

    private final Fact<String> region;
    private boolean withoutBucket;

    BucketLocation(AwsClients clients, BucketCalls calls, String presumedRegion) {
        S3Client s3 = clients.s3(presumedRegion);
        this.region = calls.ask("the region", "s3:GetBucketLocation", () -> located(s3, calls.bucket()));
    }

    Fact<String> region() {
        return region;
    }

    boolean isWithoutBucket() {
        return withoutBucket;
    }

    private Optional<String> located(S3Client s3, String bucket) {
        try {
            return Optional.of(named(
                    s3.getBucketLocation(request -> request.bucket(bucket)).locationConstraintAsString()));
        } catch (AwsServiceException e) {
            if (AwsCalls.code(e).equals("NoSuchBucket")) {
                withoutBucket = true;
                return Optional.empty();
            }
            Optional<String> elsewhere = Optional.ofNullable(e.awsErrorDetails())
                    .flatMap(details -> details.sdkHttpResponse().firstMatchingHeader(ELSEWHERE));
            if (elsewhere.isPresent() && e.statusCode() != 403) {
                return elsewhere;
            }
            throw e;
        }
    }

    /** S3 calls its first two regions by no name and by an old one. */
    private static String named(String constraint) {
        String region = Optional.ofNullable(constraint).orElse("");
        return switch (region) {
            case "", "null" -> "us-east-1";
            case "EU" -> "eu-west-1";
            default -> region;
        };
    }
}
