package io.curlake.sandbox.aws.bucket;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** A setting of a bucket that is one XML document, addressed by a query parameter. */
public enum Setting {
    PUBLIC_ACCESS_BLOCK(
            "publicAccessBlock",
            "PublicAccessBlock",
            "BucketPublicAccessBlock",
            "NoSuchPublicAccessBlockConfiguration",
            "The public access block configuration was not found"),
    OWNERSHIP_CONTROLS(
            "ownershipControls",
            "BucketOwnershipControls",
            "BucketOwnershipControls",
            "OwnershipControlsNotFoundError",
            "The bucket ownership controls were not found"),
    ENCRYPTION(
            "encryption",
            "BucketEncryption",
            "EncryptionConfiguration",
            "ServerSideEncryptionConfigurationNotFoundError",
            "The server side encryption configuration was not found"),
    LIFECYCLE(
            "lifecycle",
            "BucketLifecycleConfiguration",
            "LifecycleConfiguration",
            "NoSuchLifecycleConfiguration",
            "The lifecycle configuration does not exist");

    private final String parameter;
    private final String operation;
    private final String action;
    private final String missing;
    private final String missingMessage;

    Setting(String parameter, String operation, String action, String missing, String missingMessage) {
        this.parameter = parameter;
        this.operation = operation;
        this.action = action;
        this.missing = missing;
        this.missingMessage = missingMessage;
    }

    static Optional<Setting> of(Map<String, String> parameters) {
        return Arrays.stream(values())
                .filter(setting -> parameters.containsKey(setting.parameter))
                .findFirst();
    }

    /** What the SDK calls it after Get, Put and Delete. */
    String operation() {
        return operation;
    }

    /** What IAM calls it after Get and Put. */
    String action() {
        return action;
    }

    /** The code of the answer where a bucket does not have it. */
    String missing() {
        return missing;
    }

    String missingMessage() {
        return missingMessage;
    }
}
