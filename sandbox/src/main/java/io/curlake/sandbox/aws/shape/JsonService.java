package io.curlake.sandbox.aws.shape;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.curlake.sandbox.aws.wire.Answer;
import io.curlake.sandbox.aws.wire.AwsError;
import io.curlake.sandbox.aws.wire.Call;
import io.curlake.sandbox.aws.wire.Caller;
import io.curlake.sandbox.aws.wire.Protocol;
import io.curlake.sandbox.aws.wire.Service;
import java.util.Map;
import java.util.Set;

/** A service that speaks AWS JSON 1.1: every request is checked against the service's model before it is served. */
public abstract class JsonService implements Service {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> REGIONS = Set.of("us-east-1", "cn-northwest-1");

    private final ServiceModel model;

    protected JsonService(ServiceModel model) {
        this.model = model;
    }

    /** One operation: from a request that keeps to the model to its answer. */
    @FunctionalInterface
    protected interface Operation {
        JsonNode answer(ObjectNode request, Caller caller);
    }

    /** What the service can do, by name. */
    protected abstract Map<String, Operation> operations();

    /** The right's ARN, from a request that may break the model. */
    protected abstract String resource(String operation, JsonNode request, Caller caller);

    @Override
    public final String name() {
        return model.signingName();
    }

    @Override
    public final Protocol protocol() {
        return Protocol.JSON;
    }

    /** Whether a call is for this service. */
    public final boolean serves(String target) {
        return target.startsWith(model.targetPrefix() + ".");
    }

    @Override
    public final String operation(Call call) {
        String target = call.header("x-amz-target").orElse("");
        String operation =
                target.substring(Math.min(target.length(), model.targetPrefix().length() + 1));
        if (!model.operations().contains(operation)) {
            throw AwsError.refused("UnknownOperationException", "Unknown operation '" + operation + "'");
        }
        return operation;
    }

    @Override
    public final String action(String operation) {
        return name() + ":" + operation;
    }

    @Override
    public final String resource(String operation, Call call, Caller caller) {
        try {
            return resource(operation, JSON.readTree(call.text()), caller);
        } catch (JsonProcessingException e) {
            return "*";
        }
    }

    @Override
    public final Answer answer(String operation, Call call, Caller caller) {
        requireProtocol(call);
        if (!REGIONS.contains(caller.region())) {
            throw protocol().signedForAnother("Credential should be scoped to a valid region.");
        }
        ObjectNode request = parsed(call);
        model.check(operation, request);
        Operation served = operations().get(operation);
        if (served == null) {
            throw new IllegalStateException("Cannot serve " + name() + ":" + operation);
        }
        synchronized (this) {
            return Answer.json(200, served.answer(request, caller));
        }
    }

    private static void requireProtocol(Call call) {
        if (!call.method().equals("POST") || !call.path().equals("/")) {
            throw AwsError.refused("UnknownOperationException", "Only POST / is known");
        }
        if (!call.header("content-type").orElse("").equals("application/x-amz-json-1.1")) {
            throw AwsError.refused(
                    "UnknownOperationException",
                    "Content-Type is '" + call.header("content-type").orElse("") + "', not application/x-amz-json-1.1");
        }
    }

    private static ObjectNode parsed(Call call) {
        try {
            JsonNode request = JSON.readTree(call.text());
            if (request instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException e) {
            throw AwsError.refused("SerializationException", "The request is no JSON: " + e.getOriginalMessage());
        }
        throw AwsError.refused("SerializationException", "The request is no JSON object");
    }
}
