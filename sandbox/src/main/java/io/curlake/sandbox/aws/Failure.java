package io.curlake.sandbox.aws;

import io.curlake.sandbox.aws.wire.AwsError;
import io.curlake.sandbox.aws.wire.Call;
import io.curlake.sandbox.aws.wire.Caller;
import io.curlake.sandbox.aws.wire.Service;
import java.util.List;

/** A failure to be answered instead of serving a call: every call, or the next few. */
public final class Failure {
    private static final int ALWAYS = -1;

    private final Cause cause;
    private final int times;

    private Failure(Cause cause, int times) {
        this.cause = cause;
        this.times = times;
    }

    /** What a call is told; or what ends the connection. */
    @FunctionalInterface
    private interface Cause {
        AwsError error(Service service, String operation, Call call, Caller caller);
    }

    /** The caller has no right to the operation. The message names action and resource as AWS does. */
    public static Failure accessDenied() {
        return always((service, operation, call, caller) -> service.protocol()
                .denied(caller.notAuthorized(service.action(operation), service.resource(operation, call, caller))));
    }

    /** The organization forbids it, whatever the caller's own rights. */
    public static Failure deniedByOrganization() {
        return always((service, operation, call, caller) -> service.protocol()
                .denied("User: " + caller.arn() + " is not authorized to perform: " + service.action(operation)
                        + " on resource: " + service.resource(operation, call, caller)
                        + " with an explicit deny in a service control policy"));
    }

    /** Too many calls; SDKs repeat them. */
    public static Failure throttled() {
        return always((service, operation, call, caller) -> service.protocol().throttled());
    }

    /** HTTP 500; SDKs repeat the call. */
    public static Failure internalError() {
        return always((service, operation, call, caller) ->
                new AwsError(500, service.internalError(), "An internal error occurred."));
    }

    /** The account has as many as it may have. */
    public static Failure quotaExceeded() {
        return always((service, operation, call, caller) -> service.quotaExceeded());
    }

    /** The request is refused; each field is named with the message. */
    public static Failure validation(String message, String... fields) {
        List<String> names = List.of(fields);
        return always((service, operation, call, caller) -> {
            AwsError error = AwsError.refused("ValidationException", message);
            error.members().put("Reason", names.isEmpty() ? "other" : "fieldValidationFailed");
            names.forEach(name -> error.members()
                    .withArray("/Fields")
                    .addObject()
                    .put("Name", name)
                    .put("Message", message));
            return error;
        });
    }

    /** Anything else that a service may say. */
    public static Failure error(int status, String code, String message) {
        return always((service, operation, call, caller) -> new AwsError(status, code, message));
    }

    /** The connection ends without an answer, and nothing is done. */
    public static Failure connectionReset() {
        return always((service, operation, call, caller) -> {
            throw new ConnectionReset();
        });
    }

    /** What is asked for is done, but the connection ends before the answer: the caller cannot know. */
    public static Failure answerLost() {
        return always((service, operation, call, caller) -> {
            service.answer(operation, call, caller);
            throw new ConnectionReset();
        });
    }

    /** The same for the next calls only. */
    public Failure times(int calls) {
        return new Failure(cause, calls);
    }

    /** Whether it is used up. */
    public boolean isOver() {
        return times == 0;
    }

    /** What is left of it after one call. */
    public Failure once() {
        return times == ALWAYS ? this : times(times - 1);
    }

    /** What the call is told. */
    public AwsError error(Service service, String operation, Call call, Caller caller) {
        return cause.error(service, operation, call, caller);
    }

    private static Failure always(Cause cause) {
        return new Failure(cause, ALWAYS);
    }

    /** Ends the connection. */
    static final class ConnectionReset extends RuntimeException {}
}
