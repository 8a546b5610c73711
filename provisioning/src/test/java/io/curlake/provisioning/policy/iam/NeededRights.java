package io.curlake.provisioning.policy.iam;

import java.util.Map;
import java.util.Optional;

/** Which right each of AWS's operations needs. */
final class NeededRights {
    /** Rights that AWS asks for beside the operation's own, and why. */
    static final Map<String, String> DEPENDENT = Map.of(
            "cur:PutReportDefinition", "CreateExport of CUR 2.0 depends on it",
            "bcm-data-exports:TagResource", "CreateExport with tags depends on it",
            "cur:TagResource", "PutReportDefinition with tags depends on it");

    private static final Map<String, String> S3 = Map.ofEntries(
            Map.entry("CreateBucket", "s3:CreateBucket"),
            Map.entry("GetBucketLocation", "s3:GetBucketLocation"),
            Map.entry("GetBucketPolicy", "s3:GetBucketPolicy"),
            Map.entry("PutBucketPolicy", "s3:PutBucketPolicy"),
            Map.entry("GetPublicAccessBlock", "s3:GetBucketPublicAccessBlock"),
            Map.entry("PutPublicAccessBlock", "s3:PutBucketPublicAccessBlock"),
            Map.entry("GetBucketOwnershipControls", "s3:GetBucketOwnershipControls"),
            Map.entry("PutBucketOwnershipControls", "s3:PutBucketOwnershipControls"),
            Map.entry("GetBucketEncryption", "s3:GetEncryptionConfiguration"),
            Map.entry("PutBucketEncryption", "s3:PutEncryptionConfiguration"),
            Map.entry("GetBucketLifecycleConfiguration", "s3:GetLifecycleConfiguration"),
            Map.entry("PutBucketLifecycleConfiguration", "s3:PutLifecycleConfiguration"),
            Map.entry("GetBucketVersioning", "s3:GetBucketVersioning"),
            Map.entry("HeadBucket", "s3:ListBucket"),
            Map.entry("ListObjectsV2", "s3:ListBucket"),
            Map.entry("HeadObject", "s3:GetObject"),
            Map.entry("GetObject", "s3:GetObject"));

    private NeededRights() {}

    /** Empty where AWS asks for none: who one is, and a role that trusts the caller. */
    static Optional<String> of(String service, String operation) {
        return switch (service) {
            case "sts" -> Optional.empty();
            case "s3" -> Optional.of(Optional.ofNullable(S3.get(operation)).orElse("unknown: " + operation));
            default -> Optional.of(service + ":" + operation);
        };
    }
}
