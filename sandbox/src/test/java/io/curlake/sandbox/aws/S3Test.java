package io.curlake.sandbox.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.curlake.sandbox.S3Server;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketLocationConstraint;
import software.amazon.awssdk.services.s3.model.ExpirationStatus;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.ObjectOwnership;
import software.amazon.awssdk.services.s3.model.OwnershipControlsRule;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule;
import software.amazon.awssdk.services.sts.model.Credentials;

class S3Test {
    private static final String FOREIGN = "999988887777";

    @TempDir
    Path directory;

    private S3Server embedded;
    private AwsStandIn aws;
    private S3Client s3;

    @BeforeEach
    void start() {
        embedded = S3Server.start(directory);
        aws = AwsStandIn.start(embedded);
        s3 = new Clients(aws).s3("us-east-1");
    }

    @AfterEach
    void close() {
        s3.close();
        aws.close();
        embedded.close();
    }

    @Test
    void objectsAreTheSameBehindBothEndpoints() {
        s3.createBucket(create -> create.bucket("acme-billing"));
        s3.putObject(
                put -> put.bucket("acme-billing").key("data/2026-11/a b:c.csv"), RequestBody.fromString("content"));

        try (S3Client direct = direct()) {
            assertThat(direct.getObjectAsBytes(get -> get.bucket("acme-billing").key("data/2026-11/a b:c.csv"))
                            .asUtf8String())
                    .isEqualTo("content");
        }
        assertThat(s3.getObjectAsBytes(get -> get.bucket("acme-billing").key("data/2026-11/a b:c.csv"))
                        .asUtf8String())
                .isEqualTo("content");
        assertThat(s3.headObject(head -> head.bucket("acme-billing").key("data/2026-11/a b:c.csv"))
                        .contentLength())
                .isEqualTo(7);
        assertThat(s3.listObjectsV2(list -> list.bucket("acme-billing").prefix("data/"))
                        .contents())
                .extracting(S3Object::key)
                .containsExactly("data/2026-11/a b:c.csv");
    }

    @Test
    void aBucketOfTheEmbeddedServerIsOnesOwnInUsEast1() {
        embedded.createBucket("older");

        assertThat(s3.headBucket(head -> head.bucket("older").expectedBucketOwner("111122223333"))
                        .bucketRegion())
                .isEqualTo("us-east-1");
        assertThat(code(() -> s3.getPublicAccessBlock(get -> get.bucket("older"))))
                .isEqualTo("NoSuchPublicAccessBlockConfiguration");
        assertThat(code(() -> s3.getBucketOwnershipControls(get -> get.bucket("older"))))
                .isEqualTo("OwnershipControlsNotFoundError");
        assertThat(code(() -> s3.getBucketEncryption(get -> get.bucket("older"))))
                .isEqualTo("ServerSideEncryptionConfigurationNotFoundError");
        assertThat(code(() -> s3.getBucketLifecycleConfiguration(get -> get.bucket("older"))))
                .isEqualTo("NoSuchLifecycleConfiguration");
    }

    @Test
    void aRolesSessionReadsObjectsToo() {
        embedded.createBucket("acme-billing");
        s3.putObject(put -> put.bucket("acme-billing").key("key"), RequestBody.fromString("content"));
        Credentials session = new Clients(aws)
                .sts()
                .assumeRole(role ->
                        role.roleArn("arn:aws:iam::111122223333:role/reader").roleSessionName("test"))
                .credentials();

        try (S3Client assumed = new Clients(
                        aws,
                        AwsSessionCredentials.create(
                                session.accessKeyId(), session.secretAccessKey(), session.sessionToken()))
                .s3("us-east-1")) {
            assumed.putObject(put -> put.bucket("acme-billing").key("second"), RequestBody.fromString("more"));

            assertThat(assumed.listObjectsV2(list -> list.bucket("acme-billing").prefix(""))
                            .contents())
                    .extracting(S3Object::key)
                    .containsExactly("key", "second");
            assertThat(assumed.getObjectAsBytes(
                                    get -> get.bucket("acme-billing").key("second"))
                            .asUtf8String())
                    .isEqualTo("more");
        }
    }

    @Test
    void theEmbeddedServerRefusesASignatureByAnotherSecret() {
        embedded.createBucket("acme-billing");

        try (S3Client wrong =
                new Clients(aws, AwsBasicCredentials.create(aws.accessKey(), "another-secret")).s3("us-east-1")) {
            assertThat(code(() -> wrong.listObjectsV2(list -> list.bucket("acme-billing"))))
                    .isEqualTo("SignatureDoesNotMatch");
        }
    }

    @Test
    void aPolicyIsKeptByteForByte() {
        s3.createBucket(create -> create.bucket("acme-billing"));
        assertThat(code(() -> s3.getBucketPolicy(get -> get.bucket("acme-billing"))))
                .isEqualTo("NoSuchBucketPolicy");

        s3.putBucketPolicy(put -> put.bucket("acme-billing").policy(Samples.policy()));
        assertThat(s3.getBucketPolicy(get -> get.bucket("acme-billing")).policy())
                .isEqualTo(Samples.policy());
        assertThat(aws.buckets().named("acme-billing").policy()).contains(Samples.policy());

        s3.deleteBucketPolicy(delete -> delete.bucket("acme-billing"));
        assertThat(aws.buckets().named("acme-billing").policy()).isEmpty();
    }

    @Test
    void settingsAreKept() {
        s3.createBucket(create -> create.bucket("acme-billing"));
        s3.putPublicAccessBlock(put -> put.bucket("acme-billing")
                .publicAccessBlockConfiguration(
                        block -> block.blockPublicAcls(true).blockPublicPolicy(false)));
        s3.putBucketOwnershipControls(put -> put.bucket("acme-billing")
                .ownershipControls(controls -> controls.rules(OwnershipControlsRule.builder()
                        .objectOwnership(ObjectOwnership.OBJECT_WRITER)
                        .build())));
        s3.putBucketEncryption(put -> put.bucket("acme-billing")
                .serverSideEncryptionConfiguration(encryption -> encryption.rules(ServerSideEncryptionRule.builder()
                        .applyServerSideEncryptionByDefault(key -> key.sseAlgorithm(ServerSideEncryption.AWS_KMS))
                        .build())));
        s3.putBucketLifecycleConfiguration(put -> put.bucket("acme-billing")
                .lifecycleConfiguration(lifecycle -> lifecycle.rules(LifecycleRule.builder()
                        .id("old")
                        .status(ExpirationStatus.ENABLED)
                        .filter(filter -> filter.prefix("exports/"))
                        .expiration(expiration -> expiration.days(90))
                        .build())));

        assertThat(s3.getPublicAccessBlock(get -> get.bucket("acme-billing"))
                        .publicAccessBlockConfiguration()
                        .blockPublicPolicy())
                .isFalse();
        assertThat(s3.getBucketOwnershipControls(get -> get.bucket("acme-billing"))
                        .ownershipControls()
                        .rules()
                        .get(0)
                        .objectOwnership())
                .isEqualTo(ObjectOwnership.OBJECT_WRITER);
        assertThat(s3.getBucketEncryption(get -> get.bucket("acme-billing"))
                        .serverSideEncryptionConfiguration()
                        .rules()
                        .get(0)
                        .applyServerSideEncryptionByDefault()
                        .sseAlgorithm())
                .isEqualTo(ServerSideEncryption.AWS_KMS);
        assertThat(s3.getBucketLifecycleConfiguration(get -> get.bucket("acme-billing"))
                        .rules()
                        .get(0)
                        .id())
                .isEqualTo("old");
        s3.deleteBucketLifecycle(delete -> delete.bucket("acme-billing"));
        assertThat(code(() -> s3.getBucketLifecycleConfiguration(get -> get.bucket("acme-billing"))))
                .isEqualTo("NoSuchLifecycleConfiguration");
    }

    @Test
    void aNewBucketHasWhatS3GivesToday() {
        s3.createBucket(create -> create.bucket("acme-billing"));

        assertThat(s3.getPublicAccessBlock(get -> get.bucket("acme-billing"))
                        .publicAccessBlockConfiguration()
                        .restrictPublicBuckets())
                .isTrue();
        assertThat(s3.getBucketEncryption(get -> get.bucket("acme-billing"))
                        .serverSideEncryptionConfiguration()
                        .rules())
                .hasSize(1);
    }

    @Test
    void aBucketIsCreatedWhereItsRegionIs() {
        try (S3Client ireland = new Clients(aws).s3("eu-west-1")) {
            assertThat(code(() -> ireland.createBucket(create -> create.bucket("acme-eu")
                            .createBucketConfiguration(
                                    place -> place.locationConstraint(BucketLocationConstraint.EU_CENTRAL_1)))))
                    .isEqualTo("IllegalLocationConstraintException");
            ireland.createBucket(create -> create.bucket("acme-eu")
                    .createBucketConfiguration(place -> place.locationConstraint(BucketLocationConstraint.EU_WEST_1)));

            assertThat(ireland.headBucket(head -> head.bucket("acme-eu")).bucketRegion())
                    .isEqualTo("eu-west-1");
            assertThat(code(() -> ireland.createBucket(create -> create.bucket("acme-eu")
                            .createBucketConfiguration(
                                    place -> place.locationConstraint(BucketLocationConstraint.EU_WEST_1)))))
                    .isEqualTo("BucketAlreadyOwnedByYou");
        }
        assertThat(s3.getBucketLocation(get -> get.bucket("acme-eu")).locationConstraintAsString())
                .isEqualTo("eu-west-1");
        S3Exception elsewhere =
                catchThrowableOfType(S3Exception.class, () -> s3.headBucket(head -> head.bucket("acme-eu")));
        assertThat(elsewhere.statusCode()).isEqualTo(301);
        assertThat(elsewhere.awsErrorDetails().sdkHttpResponse().firstMatchingHeader("x-amz-bucket-region"))
                .contains("eu-west-1");
        assertThat(code(() -> s3.getBucketPolicy(get -> get.bucket("acme-eu")))).isEqualTo("PermanentRedirect");
    }

    @Test
    void creatingABucketTwiceIsWellInUsEast1() {
        s3.createBucket(create -> create.bucket("acme-billing"));
        s3.createBucket(create -> create.bucket("acme-billing"));

        assertThat(aws.requests("CreateBucket")).hasSize(2);
        assertThat(s3.getBucketLocation(get -> get.bucket("acme-billing")).locationConstraintAsString())
                .isNullOrEmpty();
    }

    @Test
    void aBucketOfAnotherAccountIsClosed() {
        aws.buckets().add("foreign", FOREIGN, "us-east-1");

        assertThat(code(() -> s3.createBucket(create -> create.bucket("foreign"))))
                .isEqualTo("BucketAlreadyExists");
        assertThat(status(() -> s3.headBucket(head -> head.bucket("foreign")))).isEqualTo(403);
        assertThat(status(() -> s3.headBucket(head -> head.bucket("nowhere")))).isEqualTo(404);
    }

    @Test
    void anotherOwnerThanExpectedIsRefused() {
        s3.createBucket(create -> create.bucket("acme-billing"));

        assertThat(status(
                        () -> s3.headBucket(head -> head.bucket("acme-billing").expectedBucketOwner(FOREIGN))))
                .isEqualTo(403);
        assertThat(code(() -> s3.putBucketPolicy(put ->
                        put.bucket("acme-billing").policy(Samples.policy()).expectedBucketOwner(FOREIGN))))
                .isEqualTo("AccessDenied");
    }

    @Test
    void anEmptyBucketIsDeletedOnBothSides() {
        s3.createBucket(create -> create.bucket("acme-billing"));
        s3.deleteBucket(delete -> delete.bucket("acme-billing"));

        assertThat(embedded.hasBucket("acme-billing")).isFalse();
        assertThat(status(() -> s3.headBucket(head -> head.bucket("acme-billing"))))
                .isEqualTo(404);
    }

    @Test
    void deniedCallsNameTheActionThatIamKnows() {
        s3.createBucket(create -> create.bucket("acme-billing"));
        for (List<String> row : List.of(
                List.of("GetBucketLifecycleConfiguration", "s3:GetLifecycleConfiguration"),
                List.of("GetBucketEncryption", "s3:GetEncryptionConfiguration"),
                List.of("GetBucketPolicy", "s3:GetBucketPolicy"),
                List.of("GetPublicAccessBlock", "s3:GetBucketPublicAccessBlock"))) {
            aws.fail(row.get(0), Failure.accessDenied());
            S3Exception denied = catchThrowableOfType(S3Exception.class, () -> ask(row.get(0)));

            assertThat(denied.awsErrorDetails().errorCode()).isEqualTo("AccessDenied");
            assertThat(denied.awsErrorDetails().errorMessage())
                    .isEqualTo("User: arn:aws:iam::111122223333:user/sandbox is not authorized to perform: "
                            + row.get(1) + " on resource: \"arn:aws:s3:::acme-billing\" because no identity-based "
                            + "policy allows the " + row.get(1) + " action");
        }
    }

    private void ask(String operation) {
        switch (operation) {
            case "GetBucketLifecycleConfiguration" ->
                s3.getBucketLifecycleConfiguration(get -> get.bucket("acme-billing"));
            case "GetBucketEncryption" -> s3.getBucketEncryption(get -> get.bucket("acme-billing"));
            case "GetBucketPolicy" -> s3.getBucketPolicy(get -> get.bucket("acme-billing"));
            default -> s3.getPublicAccessBlock(get -> get.bucket("acme-billing"));
        }
    }

    private S3Client direct() {
        return S3Client.builder()
                .region(Region.US_EAST_1)
                .endpointOverride(URI.create(embedded.endpoint()))
                .forcePathStyle(true)
                .httpClient(ApacheHttpClient.create())
                .build();
    }

    private static String code(Executable call) {
        return refused(call).awsErrorDetails().errorCode();
    }

    private static int status(Executable call) {
        return refused(call).statusCode();
    }

    private static S3Exception refused(Executable call) {
        S3Exception refused = catchThrowableOfType(S3Exception.class, call::execute);
        assertThat(refused).isNotNull();
        return refused;
    }
}
