package io.curlake.provisioning.bucket;

import io.curlake.model.AccountId;
import io.curlake.provisioning.aws.AwsClients;
import io.curlake.provisioning.aws.DeniedCalls;
import io.curlake.provisioning.bucket.BucketFacts.Encryption;
import io.curlake.provisioning.bucket.BucketFacts.Expiry;
import io.curlake.provisioning.bucket.BucketFacts.Ownership;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionByDefault;

/** Asks S3 about a bucket. Whatever is denied is remembered and stays unknown. */
public final class BucketReader {
    private final AwsClients clients;
    private final AccountId owner;
    private final DeniedCalls denied;

    /** @param owner the account that the bucket is expected to belong to */
    public BucketReader(AwsClients clients, AccountId owner, DeniedCalls denied) {
        this.clients = clients;
        this.owner = owner;
        this.denied = denied;
    }

    /** @param presumedRegion where to ask first; the bucket may turn out to be elsewhere */
    public BucketFacts read(String bucket, String presumedRegion) {
        BucketCalls calls = new BucketCalls(clients.partition(), bucket, denied);
        // A denial of this one may only mean that the bucket is another account's.
        BucketCalls unrecorded = new BucketCalls(clients.partition(), bucket, new DeniedCalls());
        Fact<String> region = region(unrecorded, BucketLocation.of(clients, bucket, owner), presumedRegion);
        Ownership ownership = region instanceof Fact.Unknown
                ? notOurs(region(calls, BucketLocation.ofAnybodys(clients, bucket), presumedRegion))
                : region.value().map(found -> Ownership.OURS).orElse(Ownership.NO_BUCKET);
        return switch (ownership) {
            case NO_BUCKET, ANOTHER_ACCOUNTS -> BucketFacts.without(bucket, ownership);
            case OURS, UNKNOWN -> {
                S3Client s3 = clients.s3(region.value().orElse(presumedRegion));
                yield new BucketFacts(
                        bucket,
                        ownership,
                        region,
                        policy(calls, s3, bucket),
                        encryption(calls, s3, bucket),
                        expiries(calls, s3, bucket),
                        versioning(calls, s3, bucket));
            }
        };
    }

    private static Fact<String> region(BucketCalls calls, BucketLocation location, String presumedRegion) {
        return calls.ask("the region", "s3:GetBucketLocation", () -> location.region(presumedRegion));
    }

    /** A bucket that answers without an owner named but not with one is another account's. */
    private static Ownership notOurs(Fact<String> anybodys) {
        if (anybodys instanceof Fact.Unknown) {
            return Ownership.UNKNOWN;
        }
        return anybodys instanceof Fact.None ? Ownership.NO_BUCKET : Ownership.ANOTHER_ACCOUNTS;
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
