package io.curlake.sandbox.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.curlake.sandbox.aws.cloud.ApiServices;
import io.curlake.sandbox.aws.identity.Keys;
import io.curlake.sandbox.aws.shape.JsonService;
import io.curlake.sandbox.aws.wire.Answer;
import io.curlake.sandbox.aws.wire.AwsError;
import io.curlake.sandbox.aws.wire.Call;
import io.curlake.sandbox.aws.wire.Caller;
import io.curlake.sandbox.aws.wire.Service;
import io.curlake.sandbox.aws.wire.Signature;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Where every request arrives: finds the service, asks who calls, keeps a record, fails where told to, and answers. */
final class FrontDoor implements HttpHandler {
    private final Services services;
    private final Keys keys;
    private final Failures failures;
    private final Queue<AwsRequest> requests = new ConcurrentLinkedQueue<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();

    FrontDoor(Services services, Keys keys, Failures failures) {
        this.services = services;
        this.keys = keys;
        this.failures = failures;
    }

    /** Told apart by a target header, which JSON services have, and a form, which STS has; all else is for S3. */
    record Services(List<JsonService> json, ApiServices listed, Service sts, Service s3) {
        Service of(Call call) {
            Optional<Service> lists = listed.of(call);
            if (lists.isPresent()) {
                return lists.get();
            }
            Optional<String> target = call.header("x-amz-target");
            if (target.isPresent()) {
                return json.stream()
                        .filter(service -> service.serves(target.get()))
                        .findFirst()
                        .orElseThrow(() ->
                                AwsError.refused("UnknownOperationException", "Unknown target '" + target.get() + "'"));
            }
            boolean form = call.header("content-type").orElse("").startsWith("application/x-www-form-urlencoded");
            return form || call.parameters().containsKey("Action") ? sts : s3;
        }
    }

    List<AwsRequest> requests() {
        return List.copyOf(requests);
    }

    void forget() {
        requests.clear();
        mostAtOnce.set(0);
    }

    int mostAtOnce() {
        return mostAtOnce.get();
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        Answer answer;
        mostAtOnce.accumulateAndGet(underWay.incrementAndGet(), Math::max);
        try {
            answer = answer(Call.of(exchange));
        } catch (Failure.ConnectionReset e) {
            throw new IOException("The connection is to end without an answer", e);
        } finally {
            underWay.decrementAndGet();
        }
        try (exchange) {
            answer.send(exchange);
        }
    }

    private Answer answer(Call call) {
        Service service;
        try {
            service = services.of(call);
        } catch (AwsError e) {
            return e.json();
        }
        try {
            return answer(service, call);
        } catch (AwsError e) {
            return service.protocol().answer(e);
        } catch (Failure.ConnectionReset e) {
            throw e;
        } catch (RuntimeException e) {
            return service.protocol().answer(new AwsError(500, service.internalError(), "The stand-in failed: " + e));
        }
    }

    private Answer answer(Service service, Call call) {
        Caller caller = caller(service, call);
        String operation = service.operation(call);
        String path = call.path() + (call.query().isEmpty() ? "" : "?" + call.query());
        String body = operation.matches("PutObject|UploadPart") ? "" : call.text();
        requests.add(
                new AwsRequest(service.name(), operation, caller.account(), caller.arn(), caller.region(), path, body));
        Optional<Failure> failure = failures.next(service.name(), operation);
        if (failure.isPresent()) {
            throw failure.get().error(service, operation, call, caller);
        }
        return service.answer(operation, call, caller);
    }

    private Caller caller(Service service, Call call) {
        Signature signature =
                Signature.of(call).orElseThrow(() -> service.protocol().unsigned());
        if (!signature.service().equals(service.name())) {
            throw service.protocol()
                    .signedForAnother("Credential should be scoped to correct service: '" + service.name() + "'.");
        }
        return keys.caller(signature).orElseThrow(() -> service.protocol().unknownKey());
    }
}
