package io.curlake.provisioning.bucket;

import io.curlake.model.AccountId;
import io.curlake.provisioning.aws.AwsCalls;
import io.curlake.provisioning.aws.AwsClients;
import io.curlake.provisioning.aws.Denied;
import io.curlake.provisioning.aws.Permission;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.s3.model.GetBucketLocationRequest;

/** Asks where a bucket is, and with that whether it is there. The right to list it is not needed. */
public final class BucketLocation {
    private final AwsClients clients;
    private final String bucket;
    private final Optional<AccountId> owner;

    private BucketLocation(AwsClients clients, String bucket, Optional<AccountId> owner) {
        this.clients = clients;
        this.bucket = bucket;
        this.owner = owner;
    }

    /** Of a bucket of this account; another account's is denied. */
    public static BucketLocation of(AwsClients clients, String bucket, AccountId owner) {
        return new BucketLocation(clients, bucket, Optional.of(owner));
    }

    /** Of a bucket of any account. */
    static BucketLocation ofAnybodys(AwsClients clients, String bucket) {
        return new BucketLocation(clients, bucket, Optional.empty());
    }

    /**
     * The bucket's region; empty where there is no bucket.
     *
     * @param presumed where to ask first
     * @throws Denied where it is another account's, or the caller may not ask
     * @throws AwsServiceException where S3 refuses the call for a reason of its own
     */
    public Optional<String> region(String presumed) {
        Permission permission =
                new Permission("s3:GetBucketLocation", "arn:" + clients.partition() + ":s3:::" + bucket);
        return AwsCalls.call("look for bucket '" + bucket + "'", permission, () -> located(presumed));
    }

    private Optional<String> located(String asked) {
        try {
            return Optional.of(
                    named(clients.s3(asked).getBucketLocation(request()).locationConstraintAsString()));
        } catch (AwsServiceException e) {
            if (AwsCalls.code(e).equals("NoSuchBucket")) {
                return Optional.empty();
            }
            // Whose it is, only its own region says.
            return located(Redirect.region(e, asked).orElseThrow(() -> e));
        }
    }

    private GetBucketLocationRequest request() {
        GetBucketLocationRequest.Builder request =
                GetBucketLocationRequest.builder().bucket(bucket);
        owner.map(AccountId::value).ifPresent(request::expectedBucketOwner);
        return request.build();
    }

    /** S3 calls its first two regions by no name and by an old one. */
    private static String named(@Nullable String constraint) {
        if (constraint == null || constraint.isEmpty() || constraint.equals("null")) {
            return "us-east-1";
        }
        return constraint.equals("EU") ? "eu-west-1" : constraint;
    }
}
