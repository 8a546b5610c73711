package io.curlake.provisioning.step;

import io.curlake.provisioning.aws.AwsCalls;
import io.curlake.provisioning.aws.Denied;
import io.curlake.provisioning.aws.Permission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkPojo;
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
            return rules(target).stream()
                    .filter(rule -> ruleId(target).equals(rule.id()))
                    .findFirst()
                    .map(SdkPojo.class::cast);
        }

        @Override
        SdkPojo wanted(Target target) {
            return LifecycleRule.builder()
                    .id(ruleId(target))
                    .status(ExpirationStatus.ENABLED)
                    .filter(filter -> filter.prefix(target.expiringRoot()))
                    .expiration(expiration -> expiration.days(KEPT_DAYS))
                    .build();
        }

        /** S3 replaces all rules at once: those of other exports, and whatever else there is, have to stay. */
        @Override
        void put(Target target, SdkPojo wanted) {
            List<LifecycleRule> all = new ArrayList<>(othersRules(target));
            all.add((LifecycleRule) wanted);
            target.s3()
                    .putBucketLifecycleConfiguration(r -> r.bucket(target.bucket())
                            .expectedBucketOwner(target.owner())
                            .lifecycleConfiguration(rules -> rules.rules(all)));
        }

        private List<LifecycleRule> rules(Target target) {
            return target.s3()
                    .getBucketLifecycleConfiguration(
                            r -> r.bucket(target.bucket()).expectedBucketOwner(target.owner()))
                    .rules();
        }

        private List<LifecycleRule> othersRules(Target target) {
            try {
                return rules(target).stream()
                        .filter(rule -> !ruleId(target).equals(rule.id()))
                        .toList();
            } catch (AwsServiceException e) {
                if (AwsCalls.code(e).equals("NoSuchLifecycleConfiguration")) {
                    return List.of();
                }
                throw e;
            }
        }

        private static String ruleId(Target target) {
            return "curlake-" + target.source().export().name();
        }
    };

    /** S3 cannot tell a superseded delivery from the newest of its month; by then both are loaded for a year. */
    private static final int KEPT_DAYS = 400;

    /** How a bucket has a setting. */
    enum State {
        MISSING,
        AS_WANTED,
        /** Somebody chose something else: it is never overwritten. */
        OTHERWISE
    }

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

    State state(Target target) {
        String what = "read the " + words + " of bucket '" + target.bucket() + "'";
        try {
            Optional<SdkPojo> found =
                    AwsCalls.call(what, new Permission("s3:Get" + permission(), target.arn()), () -> found(target));
            if (found.isEmpty()) {
                return State.MISSING;
            }
            return found.get().equals(wanted(target)) ? State.AS_WANTED : State.OTHERWISE;
        } catch (AwsServiceException e) {
            if (AwsCalls.code(e).equals(missing)) {
                return State.MISSING;
            }
            throw AwsCalls.refusal(what, e);
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
            return switch (state(target)) {
                case AS_WANTED -> Optional.empty();
                case MISSING -> Optional.of("its " + words + " is not set; that is left to you");
                case OTHERWISE -> Optional.of(setOtherwise());
            };
        } catch (Denied e) {
            return Optional.of(
                    "its " + words + " is not known: " + e.permission().action() + " is denied");
        }
    }

    /** A sentence for a setting that somebody chose. */
    String setOtherwise() {
        return "its " + words + " is not what curlake would set; it stays as it is";
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
