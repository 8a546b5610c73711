package io.curlake.sandbox.aws.wire;

/** One AWS service. */
public interface Service {
    /** As in signatures and IAM actions: {@code bcm-data-exports}. */
    String name();

    Protocol protocol();

    /** What a call asks for; refuses what the service does not know. */
    String operation(Call call);

    /** The IAM action that an operation needs. */
    String action(String operation);

    /** The ARN that the right is needed on; {@code *} where AWS knows none. */
    String resource(String operation, Call call, Caller caller);

    /** Does what is asked for. */
    Answer answer(String operation, Call call, Caller caller);

    /** What the service calls a failure of its own: {@code InternalServerException}. */
    String internalError();

    /** What the service answers to one too many of something. */
    AwsError quotaExceeded();
}
