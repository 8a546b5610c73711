package io.curlake.sandbox.aws.bucket;

import io.curlake.sandbox.aws.wire.AwsError;
import io.curlake.sandbox.aws.wire.Call;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What an S3 request asks for, told by its method, path and parameters. */
final class S3Operation {
    private S3Operation() {}

    /** The name that the SDK has for it. */
    static String of(Call call) {
        String bucket = bucket(call);
        if (bucket.isEmpty()) {
            return "ListBuckets";
        }
        Map<String, String> parameters = call.parameters();
        if (!key(call).isEmpty()) {
            return objectOperation(call.method(), parameters);
        }
        Optional<Setting> setting = Setting.of(parameters);
        if (setting.isPresent()) {
            return settingOperation(call.method(), setting.get());
        }
        if (parameters.containsKey("policy")) {
            return verb(call.method()) + "BucketPolicy";
        }
        if (parameters.containsKey("location")) {
            return "GetBucketLocation";
        }
        if (parameters.containsKey("versioning")) {
            return verb(call.method()) + "BucketVersioning";
        }
        return switch (call.method()) {
            case "HEAD" -> "HeadBucket";
            case "PUT" -> "CreateBucket";
            case "DELETE" -> "DeleteBucket";
            case "POST" -> "DeleteObjects";
            default -> parameters.containsKey("list-type") ? "ListObjectsV2" : "ListObjects";
        };
    }

    /** The IAM action, which is not always named like the operation. */
    static String action(String operation) {
        for (Setting setting : Setting.values()) {
            if (operation.endsWith(setting.operation())) {
                // To remove a setting is to put another one, for IAM.
                return "s3:" + (operation.startsWith("Get") ? "Get" : "Put") + setting.action();
            }
        }
        return switch (operation) {
            case "HeadBucket", "ListObjects", "ListObjectsV2" -> "s3:ListBucket";
            case "HeadObject" -> "s3:GetObject";
            case "DeleteBucketLifecycle" -> "s3:PutLifecycleConfiguration";
            case "ListBuckets" -> "s3:ListAllMyBuckets";
            case "DeleteObjects" -> "s3:DeleteObject";
            case "CopyObject", "CreateMultipartUpload", "UploadPart", "CompleteMultipartUpload" -> "s3:PutObject";
            default -> "s3:" + operation;
        };
    }

    /** "" for the service itself. */
    static String bucket(Call call) {
        String[] parts = call.path().split("/", 3);
        return parts.length > 1 ? parts[1] : "";
    }

    /** "" for the bucket itself. */
    static String key(Call call) {
        String[] parts = call.path().split("/", 3);
        return parts.length > 2 ? parts[2] : "";
    }

    private static String objectOperation(String method, Map<String, String> parameters) {
        return switch (method) {
            case "GET" -> "GetObject";
            case "HEAD" -> "HeadObject";
            case "DELETE" -> "DeleteObject";
            case "POST" -> parameters.containsKey("uploads") ? "CreateMultipartUpload" : "CompleteMultipartUpload";
            default -> parameters.containsKey("uploadId") ? "UploadPart" : "PutObject";
        };
    }

    private static String settingOperation(String method, Setting setting) {
        return setting == Setting.LIFECYCLE && method.equals("DELETE")
                ? "DeleteBucketLifecycle"
                : verb(method) + setting.operation();
    }

    private static String verb(String method) {
        return switch (method) {
            case "GET", "PUT", "DELETE" ->
                method.charAt(0) + method.substring(1).toLowerCase(Locale.ROOT);
            default ->
                throw new AwsError(
                        405, "MethodNotAllowed", "The specified method is not allowed against this resource.");
        };
    }
}
