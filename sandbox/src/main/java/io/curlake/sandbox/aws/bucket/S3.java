package io.curlake.sandbox.aws.bucket;

import io.curlake.sandbox.aws.wire.Answer;
import io.curlake.sandbox.aws.wire.AwsError;
import io.curlake.sandbox.aws.wire.Call;
import io.curlake.sandbox.aws.wire.Caller;
import io.curlake.sandbox.aws.wire.Protocol;
import io.curlake.sandbox.aws.wire.Service;
import java.nio.charset.StandardCharsets;

/** S3: buckets, their policies and settings are answered here, objects and listings by the embedded server. */
public final class S3 implements Service {
    private final Buckets buckets;
    private final EmbeddedS3 embedded;

    public S3(Buckets buckets, EmbeddedS3 embedded) {
        this.buckets = buckets;
        this.embedded = embedded;
    }

    @Override
    public String name() {
        return "s3";
    }

    @Override
    public Protocol protocol() {
        return Protocol.S3;
    }

    @Override
    public String operation(Call call) {
        return S3Operation.of(call);
    }

    @Override
    public String action(String operation) {
        return S3Operation.action(operation);
    }

    @Override
    public String resource(String operation, Call call, Caller caller) {
        String key = S3Operation.key(call);
        return "\"arn:" + caller.partition() + ":s3:::" + S3Operation.bucket(call) + (key.isEmpty() ? "" : "/" + key)
                + "\"";
    }

    @Override
    public String internalError() {
        return "InternalError";
    }

    @Override
    public AwsError quotaExceeded() {
        return AwsError.refused("TooManyBuckets", "You have attempted to create more buckets than allowed");
    }

    @Override
    public Answer answer(String operation, Call call, Caller caller) {
        if (operation.equals("ListBuckets")) {
            return embedded.forward(call, caller);
        }
        if (operation.equals("CreateBucket")) {
            synchronized (this) {
                return new BucketCreation(buckets).create(call, caller);
            }
        }
        Bucket bucket = buckets.find(S3Operation.bucket(call))
                .orElseThrow(() -> new AwsError(404, "NoSuchBucket", "The specified bucket does not exist")
                        .with("BucketName", S3Operation.bucket(call)));
        requireRegion(bucket, operation, caller); // before the owner: a bucket's region is no secret
        requireOwner(bucket, call, caller);
        return answer(operation, bucket, call, caller);
    }

    private Answer answer(String operation, Bucket bucket, Call call, Caller caller) {
        return switch (operation) {
            case "HeadBucket" -> Answer.empty(200).with("x-amz-bucket-region", bucket.region());
            case "GetBucketLocation" -> location(bucket);
            case "GetBucketPolicy" -> policy(bucket);
            case "PutBucketPolicy" -> putPolicy(bucket, call);
            case "DeleteBucketPolicy" -> {
                bucket.write(null, buckets.policyLag());
                yield Answer.empty(204);
            }
            case "DeleteBucket" -> delete(bucket, call, caller);
            default ->
                S3Operation.key(call).isEmpty()
                        ? Setting.of(call.parameters())
                                .map(setting -> setting(setting, bucket, call))
                                .orElseGet(() -> embedded.forward(call, caller))
                        : embedded.forward(call, caller);
        };
    }

    private static void requireOwner(Bucket bucket, Call call, Caller caller) {
        String expected = call.header("x-amz-expected-bucket-owner").orElse(bucket.owner());
        if (!expected.equals(bucket.owner()) || !caller.account().equals(bucket.owner())) {
            throw new AwsError(403, "AccessDenied", "Access Denied").withHeader("x-amz-bucket-region", bucket.region());
        }
    }

    /** us-east-1 knows where every bucket is; all else has to be asked where the bucket is. */
    private static void requireRegion(Bucket bucket, String operation, Caller caller) {
        boolean global =
                operation.equals("GetBucketLocation") && caller.region().equals("us-east-1");
        if (!caller.region().equals(bucket.region()) && !global) {
            throw new AwsError(
                            301,
                            "PermanentRedirect",
                            "The bucket you are attempting to access must be addressed using the specified endpoint. "
                                    + "Please send all future requests to this endpoint.")
                    .with("Bucket", bucket.name())
                    .with("Endpoint", bucket.name() + ".s3." + bucket.region() + ".amazonaws.com")
                    .withHeader("x-amz-bucket-region", bucket.region());
        }
    }

    private static Answer location(Bucket bucket) {
        String name = bucket.region().equals("us-east-1") ? "" : bucket.region();
        return Answer.xml(
                200,
                "<LocationConstraint xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">" + name
                        + "</LocationConstraint>");
    }

    private static Answer policy(Bucket bucket) {
        String policy = bucket.policy()
                .orElseThrow(() -> new AwsError(404, "NoSuchBucketPolicy", "The bucket policy does not exist")
                        .with("BucketName", bucket.name()));
        return new Answer(200, policy.getBytes(StandardCharsets.UTF_8)).with("Content-Type", "application/json");
    }

    private Answer putPolicy(Bucket bucket, Call call) {
        PolicyRules.check(bucket, call.text());
        bucket.write(call.text(), buckets.policyLag());
        return Answer.empty(204);
    }

    private static Answer setting(Setting setting, Bucket bucket, Call call) {
        return switch (call.method()) {
            case "GET" ->
                bucket.setting(setting)
                        .map(document -> new Answer(200, document.getBytes(StandardCharsets.UTF_8))
                                .with("Content-Type", "application/xml"))
                        .orElseThrow(() -> new AwsError(404, setting.missing(), setting.missingMessage())
                                .with("BucketName", bucket.name()));
            case "PUT" -> {
                SettingRules.check(setting, call.body());
                bucket.setting(setting, call.text());
                yield Answer.empty(200);
            }
            default -> {
                bucket.remove(setting);
                yield Answer.empty(204);
            }
        };
    }

    private Answer delete(Bucket bucket, Call call, Caller caller) {
        Answer answer = embedded.forward(call, caller);
        if (answer.status() == 204) {
            buckets.remove(bucket);
        }
        return answer;
    }
}
