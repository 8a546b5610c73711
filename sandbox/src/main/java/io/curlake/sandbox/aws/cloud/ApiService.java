package io.curlake.sandbox.aws.cloud;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.curlake.sandbox.aws.Failure;
import io.curlake.sandbox.aws.cloud.api.ApiModel;
import io.curlake.sandbox.aws.cloud.api.FormReader;
import io.curlake.sandbox.aws.cloud.api.JsonWriter;
import io.curlake.sandbox.aws.cloud.api.RestReader;
import io.curlake.sandbox.aws.cloud.api.XmlWriter;
import io.curlake.sandbox.aws.wire.Answer;
import io.curlake.sandbox.aws.wire.AwsError;
import io.curlake.sandbox.aws.wire.Call;
import io.curlake.sandbox.aws.wire.Caller;
import io.curlake.sandbox.aws.wire.Protocol;
import io.curlake.sandbox.aws.wire.Service;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A stand-in for one service that lists resources, driven by AWS's model of it: a request that breaks the model is refused as the
 * service refuses it, and the answer has the model's form.
 */
final class ApiService implements Service {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> WITHOUT_REGION = Set.of("iam", "s3");
    private static final Map<String, String> ACTIONS = Map.of(
            "s3:ListBuckets", "s3:ListAllMyBuckets",
            "s3:GetPublicAccessBlock", "s3:GetBucketPublicAccessBlock",
            "s3:GetBucketEncryption", "s3:GetEncryptionConfiguration",
            "s3:GetBucketLifecycleConfiguration", "s3:GetLifecycleConfiguration",
            "monitoring:GetMetricData", "cloudwatch:GetMetricData");

    private final ApiModel model;
    private final Cloud cloud;
    private final Answers answers;

    ApiService(ApiModel model, Cloud cloud) {
        this.model = model;
        this.cloud = cloud;
        this.answers = new Answers(model, cloud);
    }

    /**
     * Whether a call that is signed for a service of this name is for this one: the two generations of load balancers share a
     * name, and differ in the version. No other body is read as a form: an object may be anything.
     */
    boolean serves(String signedFor, Call call) {
        return signedFor.equals(name())
                && (!model.word().startsWith("elb")
                        || call.form().getOrDefault("Version", "").equals(model.version()));
    }

    @Override
    public String name() {
        return model.signingName();
    }

    @Override
    public Protocol protocol() {
        return switch (model.protocol()) {
            case "ec2" -> Protocol.EC2;
            case "query" -> Protocol.QUERY;
            case "rest-xml" -> Protocol.S3;
            default -> Protocol.JSON;
        };
    }

    private boolean isForm() {
        return protocol() == Protocol.EC2 || protocol() == Protocol.QUERY;
    }

    private boolean isRest() {
        return model.protocol().startsWith("rest");
    }

    @Override
    public String operation(Call call) {
        if (isRest()) {
            return new RestReader(model)
                    .operation(call)
                    .orElseThrow(() -> new AwsError(
                            404, "UnknownOperationException", "No operation is " + call.method() + " " + call.path()));
        }
        String asked = isForm()
                ? call.form().getOrDefault("Action", "")
                : call.header("x-amz-target").orElse("").replaceFirst(".*\\.", "");
        if (model.operation(asked).isMissingNode()) {
            throw AwsError.refused(
                    isForm() ? "InvalidAction" : "UnknownOperationException",
                    "The action " + asked + " is not valid for this web service.");
        }
        return asked;
    }

    @Override
    public String action(String operation) {
        String action = name() + ":" + operation;
        return ACTIONS.getOrDefault(action, action);
    }

    /** AWS knows none for most lists; of the others a test does not need it. */
    @Override
    public String resource(String operation, Call call, Caller caller) {
        return operation.startsWith("GetBucket") || operation.equals("GetPublicAccessBlock")
                ? "arn:" + caller.partition() + ":s3:::" + call.path().split("/", -1)[1]
                : "*";
    }

    @Override
    public Answer answer(String operation, Call call, Caller caller) {
        String region = WITHOUT_REGION.contains(model.word()) ? Cloud.GLOBAL : caller.region();
        if (!region.equals(Cloud.GLOBAL) && !cloud.isEnabled(caller.account(), region)) {
            throw protocol().unknownKey();
        }
        Optional<Failure> failure = cloud.failure(caller.account(), region, model.word() + ":" + operation);
        if (failure.isPresent()) {
            throw failure.get().error(this, operation, call, caller);
        }
        wait(cloud.delay(caller.account(), region));
        ObjectNode request = request(operation, call);
        check(operation, request);
        ObjectNode answer = answers.of(operation, request, caller, region);
        return protocol() == Protocol.JSON
                ? new JsonWriter(model).write(operation, answer)
                : new XmlWriter(model).write(operation, answer);
    }

    private ObjectNode request(String operation, Call call) {
        if (isForm()) {
            Map<String, String> form = call.form();
            if (!form.getOrDefault("Version", "").equals(model.version())) {
                throw AwsError.refused(
                        "NoSuchVersion", "The requested version (" + form.get("Version") + ") is not valid.");
            }
            return new FormReader(model, form).read(model.input(operation));
        }
        ObjectNode request =
                isRest() ? new RestReader(model).read(operation, call) : JsonNodeFactory.instance.objectNode();
        if (model.protocol().endsWith("json") && call.body().length > 0) {
            request.setAll(parsed(call));
        }
        return request;
    }

    private static ObjectNode parsed(Call call) {
        try {
            if (JSON.readTree(call.text()) instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException e) {
            throw AwsError.refused("SerializationException", "The request is no JSON: " + e.getOriginalMessage());
        }
        throw AwsError.refused("SerializationException", "The request is no JSON object");
    }

    /** What breaks the model has a name of its own in each protocol. */
    private void check(String operation, JsonNode request) {
        try {
            model.check(operation, request);
        } catch (AwsError e) {
            String code = switch (protocol()) {
                case EC2 -> "InvalidParameterValue";
                case QUERY -> "ValidationError";
                case S3 -> "InvalidArgument";
                case JSON -> e.code();
            };
            throw AwsError.refused(code, String.valueOf(e.getMessage()));
        }
    }

    private static void wait(Duration delay) {
        try {
            Thread.sleep(delay.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String internalError() {
        return switch (protocol()) {
            case EC2, S3 -> "InternalError";
            case QUERY -> "InternalFailure";
            case JSON -> "InternalServerError";
        };
    }

    @Override
    public AwsError quotaExceeded() {
        return protocol().throttled();
    }
}
