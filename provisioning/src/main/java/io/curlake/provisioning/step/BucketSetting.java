package io.curlake.provisioning.step;

import io.curlake.provisioning.aws.AwsCalls;
import io.curlake.provisioning.aws.Denied;
import io.curlake.provisioning.aws.Permission;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.s3.model.BucketLifecycleConfiguration;
import software.amazon.awssdk.services.s3.model.ExpirationStatus;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.ObjectOwnership;
import software.amazon.awssdk.services.s3.model.OwnershipControls;
import software.amazon.awssdk.services.s3.model.OwnershipControlsRule;
import software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionConfiguration;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule;

/** What a bucket that curlake makes gets, and one that was there before lacks or has. */
enum BucketSetting {
    PUBLIC_ACCESS_BLOCK(
            "public access block", "PublicAccessBlock", "PublicAccessBlock", "NoSuchPublicAccessBlockConfiguration") {
        @Override
        Optional<SdkPojo> found(Target target) {
            return Optional.of(target.s3()
                    .getPublicAccessBlock(r -> r.bucket(target.bucket()).expectedBucketOwner(target.owner()))
                    .publicAccessBlockConfiguration());
        }

        @Override
        SdkPojo wanted(Target target) {
            return PublicAccessBlockConfiguration.builder()
                    .blockPublicAcls(true)
                    .ignorePublicAcls(true)
                    .blockPublicPolicy(true)
                    .restrictPublicBuckets(true)
                    .build();
        }

        @Override
        void put(Target target, SdkPojo wanted) {
            target.s3()
                    .putPublicAccessBlock(r -> r.bucket(target.bucket())
                            .expectedBucketOwner(target.owner())
                            .publicAccessBlockConfiguration((PublicAccessBlockConfiguration) wanted));
        }
    },
    OBJECT_OWNERSHIP("object ownership", "OwnershipControls", "OwnershipControls", "OwnershipControlsNotFoundError") {
        @Override
        Optional<SdkPojo> found(Target target) {
            return Optional.of(target.s3()
                    .getBucketOwnershipControls(r -> r.bucket(target.bucket()).expectedBucketOwner(target.owner()))
                    .ownershipControls());
        }

        @Override
        SdkPojo wanted(Target target) {
            return OwnershipControls.builder()
                    .rules(OwnershipControlsRule.builder()
                            .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
                            .build())
                    .build();
        }

        @Override
        void put(Target target, SdkPojo wanted) {
            target.s3()
                    .putBucketOwnershipControls(r -> r.bucket(target.bucket())
                            .expectedBucketOwner(target.owner())
                            .ownershipControls((OwnershipControls) wanted));
        }
    },
    ENCRYPTION(
            "default encryption",
            "Encryption",
            "EncryptionConfiguration",
            "ServerSideEncryptionConfigurationNotFoundError") {
        @Override
        Optional<SdkPojo> found(Target target) {
            // S3 adds members of its own; the algorithm is what counts.
            return target
                    .s3()
                    .getBucketEncryption(r -> r.bucket(target.bucket()).expectedBucketOwner(target.owner()))
                    .serverSideEncryptionConfiguration()
                    .rules()
                    .stream()
                    .map(rule ->
                            encryption(rule.applyServerSideEncryptionByDefault().sseAlgorithm()))
                    .findFirst()
                    .map(SdkPojo.class::cast);
        }

        @Override
        SdkPojo wanted(Target target) {
            return encryption(ServerSideEncryption.AES256);
        }

        @Override
        void put(Target target, SdkPojo wanted) {
            target.s3()
                    .putBucketEncryption(r -> r.bucket(target.bucket())
                            .expectedBucketOwner(target.owner())
                            .serverSideEncryptionConfiguration((ServerSideEncryptionConfiguration) wanted));
        }
    },
    LIFECYCLE("lifecycle rule", "Lifecycle", "LifecycleConfiguration", "NoSuchLifecycleConfiguration") {
        @Override
        Optional<SdkPojo> found(Target target) {
            List<LifecycleRule> ours = target
                    .s3()
                    .getBucketLifecycleConfiguration(
                            r -> r.bucket(target.bucket()).expectedBucketOwner(target.owner()))
                    .rules()
                    .stream()
                    .filter(rule -> RULE.equals(rule.id()))
                    .toList();
            return ours.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            BucketLifecycleConfiguration.builder().rules(ours).build());
        }

        @Override
        SdkPojo wanted(Target target) {
            String data = target.source().location().root() + "data/";
            return BucketLifecycleConfiguration.builder()
                    .rules(LifecycleRule.builder()
                            .id(RULE)
                            .status(ExpirationStatus.ENABLED)
                            .filter(filter -> filter.prefix(data))
                            .expiration(expiration -> expiration.days(KEPT_DAYS))
                            .build())
                    .build();
        }

        @Override
        void put(Target target, SdkPojo wanted) {
            target.s3()
                    .putBucketLifecycleConfiguration(r -> r.bucket(target.bucket())
                            .expectedBucketOwner(target.owner())
                            .lifecycleConfiguration((BucketLifecycleConfiguration) wanted));
        }
    };

    private static final String RULE = "curlake-old-deliveries";
    /** S3 cannot tell a superseded delivery from the newest of its month; by then both are loaded for a year. */
    private static final int KEPT_DAYS = 400;

    private final String words;
    private final String operation;
    private final String action;
    private final String missing;

    BucketSetting(String words, String operation, String action, String missing) {
        this.words = words;
        this.operation = operation;
        this.action = action;
        this.missing = missing;
    }

    abstract Optional<SdkPojo> found(Target target);

    abstract SdkPojo wanted(Target target);

    abstract void put(Target target, SdkPojo wanted);

    /** Whether the bucket has it, as one of ours would. */
    boolean isSet(Target target) {
        try {
            return AwsCalls.call(
                            "read the " + words + " of bucket '" + target.bucket() + "'",
                            new Permission("s3:Get" + permission(), target.arn()),
                            () -> found(target))
                    .filter(wanted(target)::equals)
                    .isPresent();
        } catch (AwsServiceException e) {
            if (AwsCalls.code(e).equals(missing)) {
                return false;
            }
            throw AwsCalls.refusal("read the " + words + " of bucket '" + target.bucket() + "'", e);
        }
    }

    void set(Target target) {
        String what = "set the " + words + " of bucket '" + target.bucket() + "'";
        Supplier<Boolean> put = () -> {
            put(target, wanted(target));
            return true;
        };
        try {
            AwsCalls.call(what, new Permission("s3:Put" + permission(), target.arn()), put);
        } catch (AwsServiceException e) {
            throw AwsCalls.refusal(what, e);
        }
    }

    /** A sentence for a bucket that is not ours to change; empty where it has the setting. */
    Optional<String> lackedBy(Target target) {
        try {
            return isSet(target)
                    ? Optional.empty()
                    : Optional.of("its " + words + " is not what curlake would set; that is left to you");
        } catch (Denied e) {
            return Optional.of(
                    "its " + words + " is not known: " + e.permission().action() + " is denied");
        }
    }

    String words() {
        return words;
    }

    String operation() {
        return "s3:Put" + (this == PUBLIC_ACCESS_BLOCK ? "" : "Bucket") + operation
                + (this == LIFECYCLE ? "Configuration" : "");
    }

    private String permission() {
        return (this == PUBLIC_ACCESS_BLOCK || this == OBJECT_OWNERSHIP ? "Bucket" : "") + action;
    }

    private static ServerSideEncryptionConfiguration encryption(ServerSideEncryption algorithm) {
        return ServerSideEncryptionConfiguration.builder()
                .rules(ServerSideEncryptionRule.builder()
                        .applyServerSideEncryptionByDefault(by -> by.sseAlgorithm(algorithm))
                        .build())
                .build();
    }
}
