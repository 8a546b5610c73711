package io.curlake.provisioning.bucket;

import io.curlake.model.AccountId;
import io.curlake.provisioning.aws.AwsCalls;
import io.curlake.provisioning.aws.AwsClients;
import io.curlake.provisioning.aws.DeniedCalls;
import io.curlake.provisioning.aws.Permission;
import io.curlake.provisioning.bucket.BucketFacts.Encryption;
import io.curlake.provisioning.bucket.BucketFacts.Expiry;
import io.curlake.provisioning.bucket.BucketFacts.Ownership;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionByDefault;

/** Asks S3 about a bucket. Whatever is denied is remembered and stays unknown. */
public final class BucketReader {
    /** S3's answers where the region of a bucket is not known and another one was asked. */
    private static final Set<Integer> IN_ANOTHER_REGION = Set.of(301, 400);

    private final AwsClients clients;
    private final AccountId owner;
    private final DeniedCalls denied;

    /** @param owner the account that the bucket is expected to belong to */
    public BucketReader(AwsClients clients, AccountId owner, DeniedCalls denied) {
        this.clients = clients;
        this.owner = owner;
        this.denied = denied;
    }

    /** Where the bucket is; asked of the presumed region, and believed where nobody may say. */
    public String region(String bucket, String presumedRegion) {
        BucketCalls calls = new BucketCalls(clients.partition(), bucket, denied);
        return new BucketLocation(clients, calls, presumedRegion)
                .region()
                .value()
                .orElse(presumedRegion);
    }

    /** @param presumedRegion where to ask first; the bucket may turn out to be elsewhere */
    public BucketFacts read(String bucket, String presumedRegion) {
        BucketCalls first = new BucketCalls(clients.partition(), bucket, denied);
        BucketLocation location = new BucketLocation(clients, first, presumedRegion);
        if (location.isWithoutBucket()) {
            return BucketFacts.without(bucket, Ownership.NO_BUCKET);
        }
        S3Client s3 = clients.s3(location.region().value().orElse(presumedRegion));
        Ownership ownership = ownership(s3, bucket);
        return switch (ownership) {
            case NO_BUCKET, ANOTHER_ACCOUNTS -> BucketFacts.without(bucket, ownership);
            case OURS, UNKNOWN ->
                new BucketFacts(
                        bucket,
                        ownership,
                        location.region(),
                        policy(first, s3, bucket),
                        encryption(first, s3, bucket),
                        expiries(first, s3, bucket),
                        versioning(first, s3, bucket));
        };
    }

    /** A bucket that answers without an owner named but not with one is another account's. */
    private Ownership ownership(S3Client s3, String bucket) {
        Permission permission =
                new Permission("s3:ListBucket", "arn:" + clients.partition().id() + ":s3:::" + bucket);
        String what = "look for bucket '" + bucket + "'";
        DeniedCalls ours = new DeniedCalls();
        Optional<Ownership> found = ours.attempt(() -> AwsCalls.call(
                what,
                permission,
                () -> exists(
                        () -> s3.headBucket(request -> request.bucket(bucket).expectedBucketOwner(owner.value())))));
        if (found.isPresent()) {
            return found.get();
        }
        Optional<Ownership> anybodys = denied.attempt(() ->
                AwsCalls.call(what, permission, () -> exists(() -> s3.headBucket(request -> request.bucket(bucket)))));
        return anybodys.filter(Ownership.OURS::equals)
                .map(there -> Ownership.ANOTHER_ACCOUNTS)
                .orElse(Ownership.UNKNOWN);
    }

    private static Ownership exists(Runnable head) {
        try {
            head.run();
            return Ownership.OURS;
        } catch (AwsServiceException e) {
            if (e.statusCode() == 404) {
                return Ownership.NO_BUCKET;
            }
            if (IN_ANOTHER_REGION.contains(e.statusCode())) {
                return Ownership.UNKNOWN;
            }
            throw e;
        }
    }

    private Fact<String> policy(BucketCalls calls, S3Client s3, String bucket) {
        return calls.ask(
                "the policy",
                "s3:GetBucketPolicy",
                () -> Optional.of(
                        s3.getBucketPolicy(request -> request.bucket(bucket).expectedBucketOwner(owner.value()))
                                .policy()));
    }

    private Fact<Encryption> encryption(BucketCalls calls, S3Client s3, String bucket) {
        return calls.ask(
                "the encryption",
                "s3:GetEncryptionConfiguration",
                () -> s3
                        .getBucketEncryption(request -> request.bucket(bucket).expectedBucketOwner(owner.value()))
                        .serverSideEncryptionConfiguration()
                        .rules()
                        .stream()
                        .map(rule -> rule.applyServerSideEncryptionByDefault())
                        .findFirst()
                        .map(BucketReader::encryption));
    }

    private static Encryption encryption(ServerSideEncryptionByDefault byDefault) {
        return new Encryption(byDefault.sseAlgorithmAsString(), Optional.ofNullable(byDefault.kmsMasterKeyID()));
    }

    private Fact<List<Expiry>> expiries(BucketCalls calls, S3Client s3, String bucket) {
        return calls.ask(
                "the lifecycle rules",
                "s3:GetLifecycleConfiguration",
                () -> Optional.of(s3
                        .getBucketLifecycleConfiguration(
                                request -> request.bucket(bucket).expectedBucketOwner(owner.value()))
                        .rules()
                        .stream()
                        .flatMap(rule -> ExpiryRules.of(rule).stream())
                        .toList()));
    }

    private Fact<String> versioning(BucketCalls calls, S3Client s3, String bucket) {
        return calls.ask(
                "the versioning",
                "s3:GetBucketVersioning",
                () -> Optional.ofNullable(
                        s3.getBucketVersioning(request -> request.bucket(bucket).expectedBucketOwner(owner.value()))
                                .statusAsString()));
    }
}
